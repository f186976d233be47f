import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { vi } from "vitest";
import { ComparisonTable } from "@/components/fields/ComparisonTable";
import { SectionSlots } from "@/components/application/attachments/SectionSlots";
import { CheckSection } from "@/components/application/check/CheckSection";
import { recordParts } from "@/components/application/rows/SectionRecords";
import { rosterParts } from "@/components/application/roster/SectionRoster";
import { fieldParts } from "@/components/fields/field-parts";
import { SectionForm } from "@/components/application/SectionForm";
import { SectionScreen } from "@/components/application/SectionScreen";
import { SectionReminder } from "@/components/application/SectionReminder";
import { SectionNotes } from "@/components/application/SectionNotes";
import { sectionStanding } from "@/components/application/section-standing";
import type { UploadFile } from "@/components/application/attachments/upload-file";
import type { ApplicationFacts, SaveCommand, SectionActions } from "@/components/application/types";
import type { AttachedFile, SectionAnswers } from "@/lib/forms/answers";
import { findSection } from "@/lib/forms/business";
import { applyPatch, type Conflict, parsePatch } from "@/lib/forms/patch";
import type { Issue } from "@/lib/forms/issue";
import { getBusiness } from "@/lib/licensing/businesses";
import type { LicensingContext } from "@/lib/licensing/context";
import { getRuleSet } from "@/lib/licensing/rule-sets";
import { enterpriseFacts, TODAY } from "../../builders/new-licence";

// 页面上点开才载入的部件，测试里先载入：量的不是网络
await Promise.all([
  import("@/components/application/roster/RowSheet"), import("@/components/application/rows/RowDialog"), import("@/components/application/LeaveDialog"),
  import("@/components/application/ConflictPanel"), import("@/components/application/roster/ImportDialog"), import("@/components/application/attachments/AssignFiles"),
  import("@/components/application/SignInAgain"), import("@/lib/licensing/attachments/batch-match"), import("@/components/application/attachments/BatchDrop"), import("@/components/ui/ConfirmDialog"),
  import("@/components/application/RestoreOffer"), import("@/components/application/check/Submitted"), import("@/components/application/check/Conditions"), import("@/components/application/GateClosed"), import("@/components/application/LockedSection"),
]);

// 整页的表单一键一画，机器忙的时候也要等得起
vi.setConfig({ testTimeout: 60_000 });

/** 组件测试用的一份申请：没给的都是空白草稿。 */
export function applicationFacts(changes: Partial<ApplicationFacts> & Partial<Pick<LicensingContext, "answers" | "files">> = {}): ApplicationFacts {
  const { answers = {}, files = [], ...rest } = changes;
  return {
    applicationId: crypto.randomUUID(),
    number: "NEEB-2026-000023",
    business: "new-licence",
    label: "许可证新申请",
    state: "draft",
    stateWord: "草稿",
    procedure: "standard",
    scopeText: "承装五级、承试五级",
    round: 0,
    officeName: "国家能源局东北监管局",
    createdAt: "2026-11-20T06:00:00.000Z",
    context: { today: TODAY, answers, files, ruleSet: getRuleSet("NDRC-36-2020"), procedure: "standard", enterprise: enterpriseFacts() },
    revisions: Object.fromEntries(Object.keys(answers).map((key) => [key, 1])),
    savedAt: {},
    openSections: "all",
    remarks: [],
    actions: [
      { action: "submit", label: "资料提交", needs: [], tone: "primary" },
      { action: "discard", label: "申请废弃", needs: [], tone: "danger", confirm: "废弃后本次填写的内容不能再用，占用的人员随即释放。确定废弃吗？" },
    ],
    ...rest,
  };
}

const SAVED_AT = "2026-11-22T06:32:00.000Z";

/** 与服务端同样的保存：按声明整理、合并；哪些冲突、被拒由测试另说。 */
export class FakeServer {
  readonly commands: SaveCommand[] = [];
  conflicts: Conflict[] = [];
  refuse: (command: SaveCommand) => Issue[] = () => [];
  /** 不为空时，下一次保存照它答（如登录过期、网络中断）。 */
  failure: { code: string; message: string } | "offline" | undefined;
  private readonly stored: Record<string, SectionAnswers>;
  private revision = 1;

  constructor(answers: Record<string, SectionAnswers>, private readonly business = "new-licence") {
    this.stored = structuredClone(answers);
  }

  answers(section: string): SectionAnswers {
    return this.stored[section] ?? {};
  }

  /** 另一人先存了。 */
  change(section: string, change: SectionAnswers): void {
    this.stored[section] = { ...this.answers(section), ...change };
    this.revision += 1;
  }

  save: SectionActions["save"] = async (command) => {
    this.commands.push(command);
    if (this.failure === "offline") throw new TypeError("Failed to fetch");
    if (this.failure) return { ok: false, ...this.failure, issues: [], fields: {} };
    const section = findSection(getBusiness(this.business), command.section);
    if (!section) throw new Error(`no section ${command.section}`);
    const refused = this.refuse(command);
    const patch = parsePatch(section, command.patch);
    const kept = {
      fields: patch.fields.filter((one) => !refused.some((issue) => !issue.row && issue.field === one.key)),
      rows: patch.rows.filter((one) => !refused.some((issue) => issue.row === one.rowId)),
    };
    const { answers, conflicts } = applyPatch(this.answers(command.section), kept);
    this.stored[command.section] = answers;
    this.revision += 1;
    return { ok: true, value: { revision: this.revision, conflicts, refused, savedAt: SAVED_AT, answers } };
  };
}

export function fakeActions(server: FakeServer, changes: Partial<SectionActions> = {}): SectionActions {
  const done = async () => ({ ok: true as const, value: undefined });
  return {
    save: server.save,
    removeAttachment: vi.fn(done),
    answerRemark: vi.fn(done),
    importRows: vi.fn(async () => ({ ok: true as const, value: { imported: 0, updated: 0, refused: 0, faults: [] } })),
    submit: vi.fn(async () => ({ ok: true as const, value: { number: "NEEB-2026-000023", round: 1, submittedAt: SAVED_AT, queuePlace: 4 } })),
    discard: vi.fn(done),
    findCounterparties: vi.fn(async () => ({ ok: true as const, value: { enterprises: [], more: false } })),
    ...changes,
  };
}

/** 一次就传成的上传。 */
export const instantUpload: UploadFile = async (_application, { section, slot, row }, file): Promise<AttachedFile> => ({
  id: crypto.randomUUID(), section, slot, ...(row ? { row } : {}), name: file.name, size: file.size, mediaType: file.type || "application/pdf",
});

interface Options {
  facts?: ApplicationFacts;
  section: string;
  server?: FakeServer;
  actions?: Partial<SectionActions>;
  upload?: UploadFile;
}

export const ACCOUNT = "0c7f3a52-9f6c-4c0e-8a60-3f1f2a0d9a01";

const parts = { ...fieldParts, ...recordParts, ...rosterParts, Notes: SectionNotes, Slots: SectionSlots, Check: CheckSection, Comparison: ComparisonTable, Reminder: SectionReminder };

/** 画出一个页签，给出操作它的手。 */
export function renderSection({ facts = applicationFacts(), section, server = new FakeServer(facts.context.answers, facts.business), actions, upload = instantUpload }: Options) {
  const form = getBusiness(facts.business);
  const view = render(
    <SectionScreen facts={facts} form={form} standing={sectionStanding(form, facts, section)} sectionKey={section} accountId={ACCOUNT}
      actions={fakeActions(server, actions)} Form={(options) => <SectionForm {...options} parts={parts} upload={upload} />} />,
  );
  return { ...view, facts, server, user: userEvent.setup() };
}

export const press = (name: string | RegExp) => screen.getByRole("button", { name });

export const pdf = (name: string): File => new File(["%PDF-1.4"], name, { type: "application/pdf" });
