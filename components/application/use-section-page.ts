"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { AttachedFile } from "@/lib/forms/answers";
import { type FormDefinition, isBlocking } from "@/lib/forms/business";
import { fieldsOf, type Section } from "@/lib/forms/definition";
import type { Issue } from "@/lib/forms/issue";
import { issuesOfSection } from "@/lib/forms/issues";
import type { SectionPatch } from "@/lib/forms/section-patch";
import type { LicensingContext } from "@/lib/licensing/context";
import { heedSessionEnd } from "@/components/account/session-end";
import { type LeaveGuard, useLeaveGuard } from "@/components/ui/use-leave-guard";
import type { UploadFile } from "./attachments/upload-file";
import { isUnsent, type Uploads, useUploads } from "./attachments/use-uploads";
import { isEmptyPatch } from "./section-draft";
import type { SectionStanding } from "./section-standing";
import type { ApplicationFacts, SectionActions, SubmitReply } from "./types";
import { useLiveIssues } from "./use-live-issues";
import { useLocalDraft } from "./use-local-draft";
import { type RemarkAnswers, useRemarkAnswers } from "./use-remark-answers";
import { type ReportedIssues, useReportedIssues } from "./use-reported-issues";
import { type RowEditing, useRowEditing, withTyped } from "./use-row-editing";
import type { SavedContext } from "./use-saved-context";
import { type SaveResult, type SectionDraft, useSectionDraft } from "./use-section-draft";

export interface SectionPageOptions {
  facts: ApplicationFacts;
  /** 整份申请表；页签可以先画出，随后才有它。 */
  form?: FormDefinition<LicensingContext>;
  standing: SectionStanding;
  section: Section<LicensingContext>;
  accountId: string;
  actions: SectionActions;
  upload: UploadFile;
  store: SavedContext;
  /** 在本页提交成功之后。 */
  onSubmitted?: (reply: SubmitReply) => void;
}

export interface SectionPage {
  draft: SectionDraft;
  editing: RowEditing;
  guard: LeaveGuard;
  reported: ReportedIssues;
  uploads: Uploads;
  remarkAnswers: RemarkAnswers;
  /** 还没传上的文件数：选好没传的、正在传的、没传成的。 */
  uploading: number;
  /** 已存的内容，加上本页此刻的内容。 */
  context: LicensingContext;
  /** 目录据以说明状态的：没动过的页签仍是「未填写」。 */
  standing: LicensingContext;
  issues: readonly Issue[];
  /** 本页挡住提交的不符项。 */
  own: readonly Issue[];
  /** 有写了没有存的：字段、编辑中的一行、补正说明。 */
  dirty: boolean;
  fileFailure?: string;
  offer: ReturnType<typeof useLocalDraft>["offer"];
  settleOffer: () => void;
  /** 正在保存，或等选好的文件传完、补正说明送到。 */
  saving: boolean;
  /** 【保存】：连编辑器里没确定的一行、选好没传的文件、没保存的补正说明一起存，随后报告不符项。 */
  save: () => Promise<SaveResult>;
  discard: () => void;
  /** 此刻的上下文，不等下一次重画。 */
  now: () => LicensingContext;
  /** 此刻挡住提交的不符项。 */
  unmet: () => readonly Issue[];
  removeFile: (file: AttachedFile) => void;
}

const blockingIn = (section: Section<LicensingContext>, issues: readonly Issue[]): Issue[] =>
  issues.filter((issue) => issue.section === section.key && isBlocking(issue));

/** 一个页签的全部行为：编辑、保存、不符项、附件、离开。 */
export function useSectionPage({ facts, form, standing: given, section, accountId, actions, upload, store }: SectionPageOptions): SectionPage {
  const { applicationId } = facts;
  const initial = useInitial(store, section.key);
  const send = useCallback(
    async (revision: number, patch: SectionPatch) => heedSessionEnd(await actions.save({ applicationId, section: section.key, revision, patch })),
    [actions, applicationId, section.key],
  );
  const onSaved = useSaved(store, section);
  const draft = useSectionDraft({ section, initial, send, onSaved });
  const { uploads, ...files } = useFiles({ applicationId, actions, upload, store });
  const editing = useRowEditing(draft, uploads);
  const context = useMemo(
    () => ({ ...store.context, answers: { ...store.context.answers, [section.key]: draft.local } }),
    [store.context, section.key, draft.local],
  );
  // 只是打开看看，不算填写过
  const standing = draft.savedAt || !isEmptyPatch(draft.patch) ? context : store.context;
  const issues = useLiveIssues(form, given.crossing, section, store.context, standing);
  const own = useMemo(() => blockingIn(section, issues), [section, issues]);
  const reported = useReportedIssues(own);
  const { open, typed } = editing;
  const unsaved = useMemo(() => withTyped(draft.patch, { open, typed }), [draft.patch, open, typed]);
  const remarkAnswers = useRemarkAnswers(facts.remarks, actions.answerRemark);
  const dirty = !isEmptyPatch(unsaved) || remarkAnswers.unsent;
  const local = useLocalDraft({ accountId, applicationId, section: section.key }, unsaved);
  const uploading = uploads.pending.filter(isUnsent).length;
  const [sending, setSending] = useState(false);
  const latest = useRef(store);
  useEffect(() => {
    latest.current = store;
  });
  useAdoption(draft, store, section.key);

  const now = () => {
    const { context: saved } = latest.current;
    return { ...saved, answers: { ...saved.answers, [section.key]: draft.read() } };
  };
  const unmet = () => blockingIn(section, issuesOfSection(section, now()));

  const save = async (): Promise<SaveResult> => {
    const written = editing.now();
    if (written.open && written.typed) draft.putRow(written.open.table.key, written.typed);
    const result = await draft.save();
    if (result === "failed") return result;
    if (result !== "held") editing.close(written);
    setSending(uploading > 0 || remarkAnswers.unsent);
    const sent = (await Promise.all([uploads.finish(), remarkAnswers.finish()])).every(Boolean);
    setSending(false);
    reported.report(unmet());
    return result === "saved" && !sent ? "failed" : result;
  };

  const discard = () => {
    editing.cancel();
    draft.discard();
    local.settle();
  };

  return {
    draft, editing, reported, context, standing, issues, own, dirty, save, discard, now, unmet, saving: draft.saving || sending,
    guard: useLeaveGuard(dirty || uploading > 0), uploading, uploads, remarkAnswers, fileFailure: files.failure, removeFile: files.remove,
    offer: local.offer, settleOffer: local.settle,
  };
}

/** 存下之后记在本页；选了另一家企业的，重新读出它的名称与许可证。 */
function useSaved(store: SavedContext, section: Section<LicensingContext>) {
  const { refresh } = useRouter();
  const namesOthers = fieldsOf([...section.groups, ...section.tables.flatMap(({ groups }) => groups)]).some(({ kind }) => kind === "enterprise");
  return useCallback(
    (reply: Parameters<SavedContext["saved"]>[1]) => {
      store.saved(section.key, reply);
      if (namesOthers) refresh();
    },
    [store, section.key, namesOthers, refresh],
  );
}

/** 打开页面时的底稿；之后的更新由保存与导入带来，不再由此。 */
function useInitial(store: SavedContext, section: string) {
  const [initial] = useState(() => ({
    answers: store.context.answers[section] ?? {},
    revision: store.revision(section),
    savedAt: store.savedAt(section),
  }));
  return initial;
}

/** 页面数据更新了（导入表格、重新载入）：并进来，自己没存的照留。 */
function useAdoption(draft: SectionDraft, store: SavedContext, section: string): void {
  const revision = store.revision(section);
  const answers = store.context.answers[section];
  const { adopt } = draft;
  useEffect(() => {
    if (answers) adopt(answers, revision);
  }, [adopt, answers, revision]);
}

function useFiles({ applicationId, actions, upload, store }: Pick<SectionPageOptions, "actions" | "upload" | "store"> & { applicationId: string }) {
  const [failure, setFailure] = useState<string>();
  const { changeFiles } = store;
  const removing = useRef(new Set<string>());
  const remove = useCallback(
    async (file: AttachedFile) => {
      if (removing.current.has(file.id)) return;
      removing.current.add(file.id);
      const outcome = await actions.removeAttachment({ attachmentId: file.id }).then(heedSessionEnd).catch(() => undefined);
      removing.current.delete(file.id);
      if (outcome?.ok) changeFiles((files) => files.filter((other) => other.id !== file.id));
      setFailure(outcome?.ok ? undefined : (outcome?.message ?? `“${file.name}”没有删除，请检查网络后再试`));
    },
    [actions, changeFiles],
  );
  const uploads = useUploads(applicationId, upload, (file, replaces) => {
    changeFiles((files) => [...files.filter((other) => other.id !== file.id), file]);
    const old = replaces === undefined ? undefined : store.context.files.find((other) => other.id === replaces);
    if (old) void remove(old);
  });
  return { uploads, remove: (file: AttachedFile) => void remove(file), failure };
}
