import type { Issue } from "@/lib/forms/issue";

/** 使用者能引起的一切拒绝；路由据 code 答 4xx，绝不成为 500。 */
export type RefusalCode = "invalid" | "unauthenticated" | "forbidden" | "notFound" | "conflict" | "tooMany" | "unavailable";

const statuses: Record<RefusalCode, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  tooMany: 429,
  unavailable: 503,
};

export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly issues: readonly Issue[];
  /** 逐字段的提示（表单字段键 → 提示语）。 */
  readonly fields: Readonly<Record<string, string>>;

  constructor(code: RefusalCode, message: string, detail: { issues?: readonly Issue[]; fields?: Record<string, string> } = {}) {
    super(message);
    this.name = "Refusal";
    this.code = code;
    this.issues = detail.issues ?? [];
    this.fields = detail.fields ?? {};
  }

  get status(): number {
    return statuses[this.code];
  }
}

export const notFound = (what: string): Refusal => new Refusal("notFound", `没有找到${what}`);
export const forbidden = (message = "您没有办理此事的权限"): Refusal => new Refusal("forbidden", message);
