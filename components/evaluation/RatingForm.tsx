"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { type FieldErrors, useForm } from "react-hook-form";
import type { z } from "zod/mini";
import { heedSessionEnd } from "@/components/account/session-end";
import { Button } from "@/components/ui/Button";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { FieldFrame, RequiredMark } from "@/components/ui/FieldFrame";
import { LeaveQuestion } from "@/components/ui/LeaveQuestion";
import { Message } from "@/components/ui/Message";
import { TextArea, TextInput } from "@/components/ui/TextInput";
import { useContentKey } from "@/components/ui/use-content-key";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import { RatingInput } from "@/lib/evaluation/rating";
import { ratingWords } from "@/lib/evaluation/rating-words";
import { LevelChoice } from "./LevelChoice";
import { RatingClosed } from "./RatingClosed";

export type RateResult = { ok: true } | { ok: false; code?: string; message: string; fields: Readonly<Record<string, string>> };

type Draft = z.input<typeof RatingInput>;
type Name = "level" | "options" | "text" | "phone" | "name";

const names: readonly Name[] = ["level", "options", "text", "phone", "name"];
const anchors: Record<Name, string> = { level: "lv5", options: "lv5", text: "rating-text", phone: "rating-phone", name: "rating-name" };

const summaryOf = (errors: FieldErrors<Draft>) =>
  names.flatMap((name) => {
    const text = errors[name]?.message;
    return typeof text === "string" ? [{ href: `#${anchors[name]}`, text }] : [];
  });

/** 好差评服务页面：带 * 的必填，保存后回首页。手机号只用于五天一次的判断与回访。 */
export function RatingForm({
  caseId,
  rate,
  home,
}: {
  caseId: string;
  rate: (command: { caseId: string; idempotencyKey: string; rating: unknown }) => Promise<RateResult>;
  home: string;
}) {
  const keyFor = useContentKey();
  const [failure, setFailure] = useState<string>();
  const [closed, setClosed] = useState<string>();
  const form = useForm<Draft, unknown, RatingInput>({ resolver: zodResolver(RatingInput), defaultValues: { options: [], text: "", phone: "", name: "" } });
  const { errors, isDirty, isSubmitting } = form.formState;
  const guard = useLeaveGuard(isDirty && !closed);

  const save = form.handleSubmit(async (rating) => {
    setFailure(undefined);
    const result = await rate({ caseId, idempotencyKey: keyFor(rating), rating }).then(heedSessionEnd).catch(() => undefined);
    if (result?.ok) return guard.go(home);
    if (!result) return setFailure("未能保存，请检查网络后再试；填写的内容仍在本页。");
    if (result.code === "conflict") return setClosed(result.message);
    for (const name of names) if (result.fields[name]) form.setError(name, { message: result.fields[name] });
    setFailure(result.message);
  });

  // 在别处已经评过、这时截止了：不是填错，表单也不必再留
  if (closed) return <RatingClosed home={home} announce>{closed}</RatingClosed>;
  return (
    <form className="stack" noValidate data-own-form onSubmit={save} aria-label="好差评">
      <LeaveQuestion guard={guard} />
      <ErrorSummary issues={summaryOf(errors)} />
      {failure && summaryOf(errors).length === 0 && <Message tone="bad" announce>{failure}</Message>}
      <LevelChoice form={form} error={errors.level?.message} optionsError={errors.options?.message} />
      <FieldFrame id="rating-text" label={ratingWords.text} optional full help={ratingWords.textHelp} error={errors.text?.message}>
        {(control) => <TextArea {...control} {...form.register("text")} />}
      </FieldFrame>
      <FieldFrame id="rating-phone" label={ratingWords.phone} required full help={ratingWords.phoneHelp} error={errors.phone?.message}>
        {(control) => <TextInput {...control} {...form.register("phone")} inputMode="tel" autoComplete="tel" />}
      </FieldFrame>
      <FieldFrame id="rating-name" label={ratingWords.name} optional full help={ratingWords.nameHelp} error={errors.name?.message}>
        {(control) => <TextInput {...control} {...form.register("name")} autoComplete="name" />}
      </FieldFrame>
      <p className="small soft"><RequiredMark /> {ratingWords.required}。{ratingWords.voluntary}。</p>
      <div className="btns">
        <Button type="submit" kind="primary" disabled={isSubmitting}>{isSubmitting ? "正在保存…" : "保存"}</Button>
      </div>
    </form>
  );
}

