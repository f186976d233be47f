import type { EvaluationCodeKind } from "@/lib/terms/evaluation";

/** 码撤销了，接下来怎么办：一次一评的窗口另有张贴的，一事一评的没有张贴的，要另给。 */
export const afterRevoked = (kind: EvaluationCodeKind): string =>
  kind === "visit" ? "请使用受理窗口现在张贴的二维码。" : "请受理窗口给这件业务另出一个二维码，或登录后在待办里评价。";

/** 码过期了，接下来怎么办：一事一评的与评价期同一天截止。 */
export const afterExpired = (kind: EvaluationCodeKind): string => (kind === "visit" ? "请受理窗口另给一个，就可以评价。" : "这件业务的评价已截止。");
