"use client";

import { type FormEvent, useState } from "react";
import { type Act, ask } from "@/components/account/reply";
import { Button, ButtonLink } from "@/components/ui/Button";
import { ChangedMeanwhile } from "@/components/ui/ChangedMeanwhile";
import { Checkbox, RadioSet } from "@/components/ui/Choices";
import { DateInput } from "@/components/ui/DateInput";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { LeaveQuestion } from "@/components/ui/LeaveQuestion";
import { Message } from "@/components/ui/Message";
import { FieldGroup, Panel } from "@/components/ui/Panel";
import { Select } from "@/components/ui/Select";
import { TextArea, TextInput } from "@/components/ui/TextInput";
import { useFocusReturn } from "@/components/ui/use-focus-return";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import { useNewest } from "@/components/ui/use-newest";
import { usePending } from "@/components/ui/use-pending";
import { type NoticeAudienceCode, noticeAudiences } from "@/lib/terms/notices";
import { isCodeOf } from "@/lib/terms/option-map";
import { NoticeBody } from "./NoticeBody";

export interface NoticeDraft {
  id: string | null;
  revision: number;
  title: string;
  body: string;
  audience: NoticeAudienceCode;
  officeCode: string;
  pinned: boolean;
  publishOn: string;
}

export type SaveNoticeCommand = NoticeDraft & { publish: boolean };

/** 各栏的名字，按页面的次序。 */
const labels: Readonly<Record<string, string>> = { title: "标题", body: "正文", audience: "给谁看", officeCode: "管辖机构", publishOn: "公布日期" };

interface NoticeFormProps {
  draft: NoticeDraft;
  offices: readonly { value: string; label: string }[];
  /** 公布之前先看填得对不对，对了才问。 */
  check: Act<SaveNoticeCommand>;
  save: Act<SaveNoticeCommand, { id: string }>;
  /** 刚由起草页存成草稿转来。 */
  justSaved?: boolean;
}

/** 起草一条通知公告：先看样子，再存草稿或公布。 */
export function NoticeForm({ justSaved = false, ...props }: NoticeFormProps) {
  const [opened] = useState(String(props.draft.revision));
  const { drawn, load } = useNewest(String(props.draft.revision));
  return <NoticeEditor key={drawn} {...props} justSaved={justSaved && drawn === opened} onLoad={load} />;
}

function NoticeEditor({ draft, offices, check, save, justSaved, onLoad }: NoticeFormProps & { onLoad: (seen: string) => void }) {
  const [values, setValues] = useState(draft);
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string>();
  const [saved, setSaved] = useState(justSaved ?? false);
  const [pending, during] = usePending();
  // 已存好、正换到另一页：再写的带不过去
  const [going, setGoing] = useState(false);
  const held = pending || going;
  useFocusReturn(held);
  const [preview, setPreview] = useState(false);
  const [publishing, setPublishing] = useState(false);
  const [kept, setKept] = useState(draft);
  const guard = useLeaveGuard(JSON.stringify(values) !== JSON.stringify(kept));
  const set = (change: Partial<NoticeDraft>): void => {
    setSaved(false);
    setValues((now) => ({ ...now, ...change }));
  };

  async function put<T>(act: Act<SaveNoticeCommand, T>, publish: boolean) {
    const reply = await during(ask(act, { ...values, publish }));
    setFaults(reply.ok ? {} : reply.fields);
    setFailure(reply.ok || Object.keys(reply.fields).length > 0 ? undefined : reply.message);
    return reply;
  }

  function giveWay(href: string) {
    setGoing(true);
    guard.giveWay(href);
  }

  async function send(publish: boolean) {
    if (held) return;
    const reply = await put(save, publish);
    setPublishing(false);
    if (!reply.ok) return;
    setKept({ ...values, revision: values.revision + (values.id && !publish ? 1 : 0) });
    if (publish) return giveWay("/admin/notices");
    if (!values.id) return giveWay(`/admin/notices/${reply.value.id}?saved=1`);
    setSaved(true);
    setValues((now) => ({ ...now, revision: now.revision + 1 }));
  }

  const { version: changed, ...others } = faults;
  return (
    <form className="stack" noValidate data-own-form onSubmit={(event: FormEvent) => { event.preventDefault(); void send(false); }} aria-label="通知公告">
      <LeaveQuestion guard={guard} />
      <ErrorSummary issues={issuesOf(others)} />
      {changed && <ChangedMeanwhile text={changed} onLoad={() => onLoad(String(values.revision))} />}
      {failure && <Message tone="bad" announce>{failure}</Message>}
      {saved && <Message tone="good" announce>草稿已保存</Message>}
      <div className="stack" inert={held}>
        <Panel title="内容">
          <FieldGroup>
            <FieldFrame id="notice-title" label={labels.title ?? ""} required full error={faults.title}>
              {(control) => <TextInput {...control} value={values.title} onChange={(event) => set({ title: event.target.value })} />}
            </FieldFrame>
            <FieldFrame id="notice-body" label={labels.body ?? ""} required full error={faults.body} help="一行一段；网址写全（https://……），会成为链接；不支持其他格式">
              {(control) => <TextArea {...control} rows={12} value={values.body} onChange={(event) => set({ body: event.target.value })} />}
            </FieldFrame>
          </FieldGroup>
        </Panel>
        <Panel title="公布">
          <FieldGroup>
            <FieldFrame id="notice-audience" label={labels.audience ?? ""} group="radio" required full error={faults.audience}>
              <RadioSet name="audience" options={Object.entries(noticeAudiences).map(([value, label]) => ({ value, label }))} value={values.audience} onChange={({ target }) => isCodeOf(noticeAudiences, target.value) && set({ audience: target.value })} />
            </FieldFrame>
            {values.audience === "enterprises" && (
              <FieldFrame id="notice-officeCode" label={labels.officeCode ?? ""} error={faults.officeCode}>
                {(control) => <Select {...control} options={offices} empty="全部企业" value={values.officeCode} onChange={(event) => set({ officeCode: event.target.value })} />}
              </FieldFrame>
            )}
            <FieldFrame id="notice-publishOn" label={labels.publishOn ?? ""} short optional error={faults.publishOn} help="不填为立即公布">
              {(control) => <DateInput {...control} label="公布日期" value={values.publishOn} onChange={(event) => set({ publishOn: event.target.value })} />}
            </FieldFrame>
          </FieldGroup>
          <div className="mt"><Checkbox id="notice-pinned" checked={values.pinned} onChange={(event) => set({ pinned: event.target.checked })} label="置顶" /></div>
        </Panel>
      </div>
      <div className="btns">
        <Button kind="primary" onClick={() => void put(check, true).then((reply) => setPublishing(reply.ok))} blocked={held ? "正在保存" : undefined}>公布</Button>
        <Button type="submit" blocked={held ? "正在保存" : undefined}>保存草稿</Button>
        <Button onClick={() => setPreview((shown) => !shown)} aria-expanded={preview} aria-controls="notice-preview">{preview ? "收起预览" : "预览"}</Button>
        <ButtonLink href="/admin/notices">返回列表</ButtonLink>
      </div>
      <div id="notice-preview">{preview && <Panel title={values.title || "（没有标题）"}><NoticeBody body={values.body} /></Panel>}</div>
      <ConfirmDialog open={publishing} onClose={() => setPublishing(false)} title="公布这条通知？" confirmLabel="公布" onConfirm={() => void send(true)} pending={pending}>
        公布后不能再修改，只能撤下。{values.publishOn ? `将从 ${values.publishOn} 起看得到。` : "立即看得到。"}
      </ConfirmDialog>
    </form>
  );
}

/** 按页面的次序，不论服务端先说哪一处。 */
function issuesOf(faults: Readonly<Record<string, string>>): { href: string; text: string }[] {
  const order = Object.keys(labels);
  return Object.entries(faults)
    .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([key, text]) => ({ href: `#notice-${key}`, text: `${labels[key] ?? ""}：${text}` }));
}
