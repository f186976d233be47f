// 依据：《承装（修、试）电力设施许可证管理办法》许可条件：安全负责人专人专岗（决定七：技术负责人可以同时是技术人员，安全负责人不得是其他任何人；
// 同一身份证号码在一份申请里只计一处，故技术人员与电工也不得为同一人，依据为申请表的「身份证号码唯一」要求）。
import { answersOf, type Row, textOf } from "@/lib/forms/answers";
import type { Finding } from "@/lib/forms/issue";
import type { LicensingContext } from "../context";
import { rosterOf, SKILLED_WORKERS, TECHNICIANS } from "../places";
import { defineRule, judged } from "./finding";

type Post = "technicalLead" | "safetyLead" | "technician" | "electrician";

interface Holder {
  post: Post;
  section: string;
  table?: string;
  row?: string;
  name: string;
  idNo: string;
}

const words: Record<Post, string> = { technicalLead: "技术负责人", safetyLead: "安全负责人", technician: "电力相关技术人员", electrician: "电工" };

const lead = (context: LicensingContext, section: string, post: Post): Holder => {
  const own = answersOf(context.answers, section);
  return { post, section, name: textOf(own, "name"), idNo: textOf(own, "idNo") };
};

const staff = (context: LicensingContext, roster: { section: string; table: string }, post: Post): Holder[] =>
  rosterOf(context.answers, roster).map((row: Row) => ({ post, ...roster, row: row.rowId, name: textOf(row, "name"), idNo: textOf(row, "idNo") }));

const mayBoth = (a: Post, b: Post): boolean => a === b || (a === "technicalLead" && b === "technician");

/** 后出现的一处指出来；名册内部的重复由名册自己的唯一检查说。 */
function clashes(holders: readonly Holder[]): Finding[] {
  const first = new Map<string, Holder[]>();
  return holders.flatMap((holder) => {
    if (holder.idNo === "") return [];
    const earlier = first.get(holder.idNo) ?? [];
    first.set(holder.idNo, [...earlier, holder]);
    const other = earlier.find((known) => !mayBoth(known.post, holder.post));
    if (!other) return [];
    const { section, table, row } = holder;
    return [
      judged({
        section, ...(table ? { table } : {}), ...(row ? { row } : {}), field: "idNo", label: "人员不重复", need: "一人一岗",
        present: `${holder.name}同时为${words[other.post]}、${words[holder.post]}`, met: false, nature: "wrong",
        message: `${holder.name}（${words[holder.post]}）的身份证号码已用于${words[other.post]}，请换人`,
      }),
    ];
  });
}

/** 技术负责人与技术人员可以为同一人，其余岗位不得重复。 */
export const separatePostsRule = defineRule("separatePosts", (context) => {
  const holders = [
    lead(context, "technical-lead", "technicalLead"), lead(context, "safety-lead", "safetyLead"),
    ...staff(context, TECHNICIANS, "technician"), ...staff(context, SKILLED_WORKERS, "electrician"),
  ];
  const found = clashes(holders);
  const anyone = holders.some((holder) => holder.idNo !== "");
  if (found.length > 0 || !anyone) return found;
  return [judged({ section: "safety-lead", field: "idNo", label: "人员不重复", need: "一人一岗", present: "没有重复", met: true })];
});
