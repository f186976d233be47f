import { heedSessionEnd } from "@/components/account/session-end";
import type { ReviewAction } from "@/lib/licensing/obstacles";
import type { RemarkPlace } from "@/lib/licensing/review-views";
import type { PhraseScope, RemarkLevelCode } from "@/lib/terms/remarks";

/** 服务端动作的答复里审查页面用得到的部分。 */
export type Reply<T> = { ok: true; value: T } | { ok: false; code: string; message: string; fields: Readonly<Record<string, string>> };

export type ClaimAction = (command: { applicationId: string; takeOverReason?: string }) => Promise<Reply<unknown>>;

export interface DecideCommand {
  applicationId: string;
  action: ReviewAction;
  revision: number;
  idempotencyKey: string;
  reason?: string;
  article?: string;
  opinion?: string;
}

export interface RemarkContent {
  level: RemarkLevelCode;
  text: string;
}

/** 案件页面用的服务端动作，由页面作为属性交进来。 */
export interface CaseActions {
  claim: ClaimAction;
  decide: (command: DecideCommand) => Promise<Reply<{ state: string; licenceNumber?: string }>>;
  draftRemark: (command: RemarkPlace & RemarkContent & { applicationId: string }) => Promise<Reply<unknown>>;
  updateRemark: (command: RemarkContent & { remarkId: string }) => Promise<Reply<unknown>>;
  removeRemark: (command: { remarkId: string }) => Promise<Reply<unknown>>;
  resolveRemark: (command: { remarkId: string; resolved: boolean }) => Promise<Reply<unknown>>;
  savePhrase: (command: { scope: PhraseScope; text: string }) => Promise<Reply<unknown>>;
  removePhrase: (command: { phraseId: string }) => Promise<Reply<unknown>>;
  /** 登记另一方的书面同意（分立、合并）。 */
  recordConsent: (command: { applicationId: string; party: string; note: string; idempotencyKey: string }) => Promise<Reply<unknown>>;
  reveal: (command: { applicationId: string; sectionKey: string; rowId?: string; field: string; round?: number }) => Promise<Reply<string>>;
}

/** 网络断了也给出一句话，输入不丢；登录已过期的就地请人登录。 */
export async function attempt<T>(work: Promise<Reply<T>>): Promise<Reply<T>> {
  return work.then(heedSessionEnd).catch(() => ({ ok: false, code: "unexpected", message: "没有办成，请检查网络后再试；填写的内容仍在本页。", fields: {} }));
}
