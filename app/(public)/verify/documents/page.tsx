import type { Metadata } from "next";
import { CheckForm } from "@/components/documents/CheckForm";
import { Link } from "@/components/ui/Link";
import { PageHead, TermList } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { Verdict } from "@/components/ui/Status";
import { checkDocument } from "@/lib/services/documents/check-document";
import { now } from "@/lib/services/platform/clock";
import { formatChineseDate, shanghaiMoment } from "@/lib/workflow/iso-date";

export const metadata: Metadata = { title: "文书核对" };

type Props = { searchParams: Promise<Partial<Record<"number" | "code", string | string[]>>> };

const textIn = (value: string | string[] | undefined): string => (typeof value === "string" ? value.trim().slice(0, 80) : "");

/** 公开核对：手里的文书是不是本系统出具的；表单是普通的 GET，没有脚本也能查。 */
export default async function CheckPage({ searchParams }: Props) {
  const query = await searchParams;
  const [number, code] = [textIn(query.number), textIn(query.code)];
  const asked = number !== "" && code !== "";
  const found = asked ? await checkDocument(number, code) : undefined;
  return (
    <div className="narrow stack">
      <PageHead title="文书核对" />
      {found && <Verdict tone="good" word="相符">本系统出具过这份文书；内容以下列各项为准，与手中文书不一致的即为不实。</Verdict>}
      {asked && !found && <Verdict tone="bad" word="查无">没有编号与校验码都相符的文书，请核对后重新输入。</Verdict>}
      {found && (
        <Panel title="文书">
          <TermList
            items={[
              { term: "文书", value: found.title }, { term: "编号", value: found.number }, { term: "受文者", value: found.addressee },
              { term: "出具机关", value: found.office }, { term: "出具日期", value: formatChineseDate(found.issuedOn) },
            ]}
          />
        </Panel>
      )}
      {!found && <CheckForm number={number} code={code} />}
      <p className="soft small">
        {asked && `核对时间 ${shanghaiMoment(await now())}。`}这里只核对文书是否由本系统出具；许可证现在是否有效，请到<Link className="link" href="/verify">许可证查验</Link>。
      </p>
    </div>
  );
}
