import { Radio } from "@/components/ui/Choices";

export interface Institution {
  id: string;
  name: string;
  uscc: string;
}

/** 查到的机构，选中一个；没有查到也说清楚。 */
export function InstitutionChoices({ institutions, more, name, chosen, onChoose }: {
  institutions: readonly Institution[];
  more: boolean;
  name: string;
  chosen: string | undefined;
  onChoose: (id: string) => void;
}) {
  const summary = institutions.length === 0 ? `没有名称含“${name}”的机构，请换个词再查` : more ? `只列出前 ${institutions.length} 个，请把名称写得更完整` : `查到 ${institutions.length} 个机构`;
  return (
    <div className="stack mt">
      <p className="soft" role="status">{summary}</p>
      {institutions.length > 0 && (
        <fieldset>
          <legend className="sr">查询结果</legend>
          {institutions.map((institution) => (
            <Radio
              key={institution.id}
              name="institution"
              checked={chosen === institution.id}
              onChange={() => onChoose(institution.id)}
              label={<>{institution.name} <span className="soft small">{institution.uscc}</span></>}
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}
