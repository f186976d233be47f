import { Select } from "@/components/ui/Select";
import { categories } from "@/lib/terms/categories";
import { wordOf, type OptionMap } from "@/lib/terms/option-map";
import type { FaceProps } from "./face";

type Levels = Record<string, string>;

interface CategoryLevels {
  category: string;
  word: string;
  levels: { value: string; label: string }[];
}

/** 选项键是「类别:级别」、词是「承装四级」；按类别归成几行，每行的级别去掉类别名。 */
export function levelsByCategory(options: OptionMap): CategoryLevels[] {
  const rows = new Map<string, CategoryLevels>();
  for (const [code, text] of Object.entries(options)) {
    const [category = "", level = ""] = code.split(":");
    const word = wordOf(categories, category);
    const row = rows.get(category) ?? { category, word, levels: [] };
    row.levels.push({ value: level, label: text.startsWith(word) ? text.slice(word.length) : text });
    rows.set(category, row);
  }
  return [...rows.values()];
}

/** 每个类别一个级别下拉；不选即不申请该类别。 */
export function LevelMatrix({ control, name, value, options, disabled, onChange, onBlur }: FaceProps<Levels>) {
  const choose = (category: string, level: string) => {
    const { [category]: _, ...others } = value;
    onChange(level === "" ? others : { ...others, [category]: level });
  };
  return levelsByCategory(options).map(({ category, word, levels }) => {
    const id = `${control.id}-${category}`;
    return (
      <span className="choice" key={category}>
        <label htmlFor={id}>{word}</label>
        <Select
          id={id}
          name={`${name}-${category}`}
          value={value[category] ?? ""}
          options={levels}
          empty="不申请"
          disabled={disabled}
          aria-describedby={control["aria-describedby"]}
          aria-invalid={control["aria-invalid"]}
          onChange={(event) => choose(category, event.target.value)}
          onBlur={onBlur}
        />
      </span>
    );
  });
}
