"use client";

import { type FormEvent, useId, useState } from "react";
import { EffectList } from "@/components/parties/EffectList";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { Message } from "@/components/ui/Message";
import { TextArea, TextInput } from "@/components/ui/TextInput";
import { useContentKey } from "@/components/ui/use-content-key";
import { usePending } from "@/components/ui/use-pending";
import { articlesFor } from "@/lib/licensing/articles";
import type { ReviewAction } from "@/lib/licensing/obstacles";
import { limits } from "@/lib/licensing/rule-sets/limits";
import type { CaseView } from "@/lib/licensing/review-views";
import type { LicensingAction } from "@/lib/licensing/workflow";
import type { AvailableAction, Need } from "@/lib/workflow/transition";
import { openRemarks, useCaseDesk } from "./case-desk";
import { attempt } from "./types";

const fields = [
  { need: "opinion", label: "意见", missing: "请写明意见" },
  { need: "reason", label: "理由", missing: "请写明理由" },
  { need: "article", label: "法律依据", missing: "请选择或写明法律依据" },
] as const satisfies readonly { need: Need; label: string; missing: string }[];

type Key = (typeof fields)[number]["need"];

/** 写过的话：关上再打开还在。 */
export type DecisionWords = Partial<Record<Key, string>>;

export interface DecisionDialogProps {
  offer: AvailableAction<LicensingAction>;
  said: DecisionWords;
  onSaid: (said: DecisionWords) => void;
  onClose: () => void;
  onDone: (text: string, tone: "good" | "warn") => void;
}

/** 办理前最后一步：要写的写明，后果说清；重试用同一幂等键，不会办两次。 */
export function DecisionDialog({ offer, said, onSaid, onClose, onDone }: DecisionDialogProps) {
  const { view, actions } = useCaseDesk();
  const keyFor = useContentKey();
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string>();
  const [pending, during] = usePending();
  const form = useId();
  const needed = fields.filter(({ need }) => offer.needs.includes(need));

  async function decide(event: FormEvent) {
    event.preventDefault();
    const missing = Object.fromEntries(needed.filter(({ need }) => !said[need]?.trim()).map(({ need, missing: words }) => [need, words]));
    setErrors(missing);
    if (Object.keys(missing).length > 0 || pending) return;
    const reply = await during(attempt(actions.decide({ applicationId: view.applicationId, action: offer.action as ReviewAction, revision: view.revision, idempotencyKey: keyFor(said), ...said })));
    if (reply.ok) return onDone(reply.value.licenceNumber ? `已准予许可，许可证编号 ${reply.value.licenceNumber}。` : `已办理“${offer.label}”。`, "good");
    if (reply.code === "conflict") return onDone(reply.message, "warn");
    setErrors(reply.fields);
    setFailure(reply.message);
  }

  return (
    <Dialog
      open
      pending={pending}
      onClose={onClose}
      title={offer.label}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="submit" form={form} kind={offer.tone === "danger" ? "danger" : "primary"} blocked={pending ? "正在办理" : undefined}>确定{offer.label}</Button>
        </>
      }
    >
      <form id={form} onSubmit={decide} noValidate>
        <p>{consequenceOf(offer, openRemarks(view))}</p>
        {offer.action === "returnForCorrection" && <ul className="bullets">{view.remarks.filter(({ state }) => state !== "resolved").map(({ id, place, text }) => <li key={id}>{place}：{text}</li>)}</ul>}
        {offer.action === "acceptConditionally" && view.deferred && <ul className="bullets">{view.deferred.map((label, index) => <li key={`${label} ${index}`}>{label}</li>)}</ul>}
        {offer.action === "grant" && view.granting && <p><b>{view.granting}</b></p>}
        {approving.includes(offer.action) && <Unmet view={view} />}
        {offer.action === "grant" && view.effects && <EffectList effects={view.effects} />}
        {failure && <Message tone="bad" announce>{failure}</Message>}
        <div className="fields">
          {needed.map(({ need, label }) => (
            <DecisionField key={need} need={need} label={label} articles={articlesFor(offer.action)} value={said[need] ?? ""} error={errors[need]} onChange={(value) => onSaid({ ...said, [need]: value })} />
          ))}
        </div>
      </form>
    </Dialog>
  );
}

/** 认可申请的动作：还有不符合的，办之前再看一眼。 */
const approving: readonly LicensingAction[] = ["passReview", "passSecondReview", "grant"];

function Unmet({ view: { live, checks } }: { view: CaseView }) {
  const unmet = [...live, ...checks].filter(({ outcome }) => outcome === "unmet");
  if (unmet.length === 0) return null;
  return (
    <Message tone="warn">
      <p>还有 {unmet.length} 项不符合，请确认已经考虑：</p>
      <ul className="bullets">
        {unmet.map(({ label, detail }, index) => <li key={`${label} ${index}`}>{[label, detail].filter(Boolean).join("：")}</li>)}
      </ul>
    </Message>
  );
}

interface DecisionFieldProps {
  need: Key;
  label: string;
  articles: readonly string[];
  value: string;
  error?: string;
  onChange: (value: string) => void;
}

function DecisionField({ need, label, articles, value, error, onChange }: DecisionFieldProps) {
  const id = `decision-${need}`;
  if (need !== "article") {
    return (
      <FieldFrame id={id} label={label} required full error={error}>
        {(control) => <TextArea {...control} value={value} onChange={(event) => onChange(event.target.value)} />}
      </FieldFrame>
    );
  }
  return (
    <FieldFrame id={id} label={label} required full help="可从名单选择，也可以自己写" error={error}>
      {(control) => (
        <>
          <TextInput {...control} list={`${id}-list`} value={value} onChange={(event) => onChange(event.target.value)} />
          <datalist id={`${id}-list`}>
            {articles.map((article) => <option key={article} value={article}>{article}</option>)}
          </datalist>
        </>
      )}
    </FieldFrame>
  );
}

const toldAndFinal = "企业会收到通知，写明理由、依据和救济途径；办理后不能撤回。";
const innerOnly = "意见只供内部审查，企业看不到。";

const consequences: Partial<Record<LicensingAction, string>> = {
  accept: "受理后开始计算办结期限，企业不能再改申请内容。受理人不再签发本案。",
  acceptConditionally: `受理后开始计算办结期限，企业得到待办，须在通知书次日起 ${limits.deferredMaterial.value} 个工作日内补齐下列材料；逾期由系统不予许可。受理人不再签发本案。`,
  rejectIntake: toldAndFinal,
  refuse: toldAndFinal,
  startReview: "开始审查后由您承办，企业会收到通知。",
  passReview: `提出后转复审，须由另一人办理。${innerOnly}`,
  passSecondReview: `提出后转签发，须由另一人办理。${innerOnly}`,
  sendBackToReview: innerOnly,
  sendBackToSecondReview: innerOnly,
  requestExtension: `由签发岗决定；批准后办结期限延长 ${limits.statutoryExtension.value} 个工作日，至多延长一次，理由原样告知企业。`,
  approveExtension: `办结期限延长 ${limits.statutoryExtension.value} 个工作日，企业收到延长期限通知书，写明申请时的理由。`,
  declineExtension: `期限不变，可以再次申请。${innerOnly}`,
};

/** 办了会怎样，一句话。 */
function consequenceOf({ action, confirm }: AvailableAction<LicensingAction>, remarks: number): string {
  if (action === "returnForCorrection") return `将 ${remarks} 条意见一次发给企业，有意见的页签重新开放；企业有 ${limits.correction.value} 个工作日。`;
  return confirm ?? consequences[action] ?? "";
}
