import type { EffectWords } from "@/lib/licensing/effect-words";

/** 哪家的许可证与人员会怎样，逐家逐句。 */
export function EffectList({ effects }: { effects: readonly EffectWords[] }) {
  return (
    <div className="stack">
      {effects.map(({ uscc, name, lines }) => (
        <div key={uscc}>
          <b>{name}</b>
          <ul className="bullets">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
