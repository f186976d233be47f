import type { CellFault } from "@/lib/forms/spreadsheet";
import type { SearchEnterprises } from "@/components/fields/enterprise-search";
import type { Issue } from "@/lib/forms/issue";
import type { SectionPatch } from "@/lib/forms/section-patch";
import type { ApplicationView, RemarkView, SaveOutcome, SubmitOutcome } from "@/lib/licensing/views";

/** 服务端动作的答复，组件只认这个形状。 */
export type Outcome<T> =
  | { ok: true; value: T }
  | { ok: false; code: string; message: string; issues: readonly Issue[]; fields: Readonly<Record<string, string>> };

/** 填报页面所知的一份申请。 */
export type ApplicationFacts = ApplicationView;
export type RemarkNote = RemarkView;
export type SaveReply = SaveOutcome;
export type SubmitReply = SubmitOutcome;

export interface SaveCommand {
  applicationId: string;
  section: string;
  revision: number;
  patch: SectionPatch;
}

export interface ImportReply {
  imported: number;
  updated: number;
  refused: number;
  faults: CellFault[];
}

/** 填报页面要用的服务端动作，由页面作为属性交进来。 */
export interface SectionActions {
  save: (command: SaveCommand) => Promise<Outcome<SaveReply>>;
  removeAttachment: (command: { attachmentId: string }) => Promise<Outcome<unknown>>;
  answerRemark: (command: { remarkId: string; answer: string }) => Promise<Outcome<unknown>>;
  importRows: (command: { applicationId: string; section: string; table: string; file: File }) => Promise<Outcome<ImportReply>>;
  submit: (command: { applicationId: string; idempotencyKey: string; truthPromise: true }) => Promise<Outcome<SubmitReply>>;
  discard: (command: { applicationId: string; idempotencyKey: string }) => Promise<Outcome<unknown>>;
  /** 分立、合并的另一方：按名称查持证企业。 */
  findCounterparties: SearchEnterprises;
}
