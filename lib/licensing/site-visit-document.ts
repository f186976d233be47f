import { siteVisitFields } from "@/lib/terms/site-visits";
import { formatChineseDate } from "@/lib/workflow/iso-date";
import type { RoundDocument } from "./round-document";

/** 一次完成了的现场核查。 */
export interface VisitedFacts {
  number: string;
  business: string;
  enterprise: string;
  uscc: string;
  office: string;
  visitedOn: string;
  place: string;
  attendee: string;
  recordedBy: string;
  summary: string;
  findings: readonly { label: string; resultWord: string; note: string }[];
  photos: readonly { name: string; by: string; at: string; sha256: string }[];
  signatures: readonly { name: string; at: string }[];
}

const title = "现场核查记录";

/** 核查记录的全部文字；照片列名称、时间与校验值，不太大的另附在后，原件在系统里。 */
export function siteVisitDocument(facts: VisitedFacts): RoundDocument {
  const { number, findings, photos, signatures, summary } = facts;
  return {
    title,
    foot: `${number}　${title}`,
    parts: [
      {
        kind: "terms",
        rows: [
          { label: "申请编号", value: number }, { label: "业务", value: facts.business }, { label: "申请单位", value: facts.enterprise }, { label: "统一社会信用代码", value: facts.uscc },
          { label: "核查机关", value: facts.office }, { label: siteVisitFields.visitedOn, value: formatChineseDate(facts.visitedOn) }, { label: siteVisitFields.place, value: facts.place },
          { label: siteVisitFields.attendee, value: facts.attendee }, { label: "记录人", value: facts.recordedBy },
        ],
      },
      { kind: "heading", text: "核查情况", level: 1 },
      { kind: "terms", rows: findings.map(({ label, resultWord, note }) => ({ label, value: [resultWord, note].filter(Boolean).join("：") })) },
      ...(summary ? [{ kind: "record", title: "说明", text: summary } as const] : []),
      { kind: "heading", text: `照片 ${photos.length} 张`, level: 1 },
      ...photos.map(({ name, by, at, sha256 }) => ({ kind: "record", title: name, text: `${at}，${by}上传；SHA-256 ${sha256}` }) as const),
      { kind: "heading", text: "核查人员签字", level: 1 },
      { kind: "terms", rows: signatures.map(({ name, at }) => ({ label: name, value: `${at} 以本人账号确认` })) },
    ],
  };
}
