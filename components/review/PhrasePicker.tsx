"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { FieldError } from "@/components/ui/FieldFrame";
import { usePending } from "@/components/ui/use-pending";
import type { PhraseView } from "@/lib/licensing/case-views";
import { phrasesFor } from "@/lib/licensing/remark-phrases";
import type { RemarkPlace } from "@/lib/licensing/review-views";
import { useCaseDesk } from "./case-desk";
import { attempt, type Reply } from "./types";

/** 常用语：按所指的地方给出的、本机构的、本人存的，点一下填入；写好的一句可以存下来，本人的可以删。 */
export function PhrasePicker({ place, text, use }: { place: RemarkPlace; text: string; use: (phrase: string) => void }) {
  const { view, actions } = useCaseDesk();
  const router = useRouter();
  const [tidying, tidy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [pending, during] = usePending();
  const own = view.phrases.filter(({ scope }) => scope === "own");
  const office = view.phrases.filter(({ scope }) => scope === "office");
  const draft = text.trim();

  async function run(work: () => Promise<Reply<unknown>>) {
    if (pending) return;
    const reply = await during(attempt(work()));
    setFailure(reply.ok ? undefined : (reply.fields.text ?? reply.message));
    if (reply.ok) router.refresh();
  }

  return (
    <>
      <div className="phr" role="group" aria-label="常用语">
        {phrasesFor(place).map((phrase) => <button key={phrase} type="button" onClick={() => use(phrase)}>{phrase}</button>)}
        {office.map((phrase) => <button key={phrase.id} type="button" title="本机构的常用语" onClick={() => use(phrase.text)}>{phrase.text}</button>)}
        {own.map((phrase) => <OwnPhrase key={phrase.id} phrase={phrase} tidying={tidying} use={use} remove={() => run(() => actions.removePhrase({ phraseId: phrase.id }))} />)}
      </div>
      {failure && <FieldError id="phrase-error">{failure}</FieldError>}
      <p className="links small">
        <Button kind="link" blocked={pending ? "正在处理" : draft === "" ? "请先写好这一句" : undefined} onClick={() => run(() => actions.savePhrase({ scope: "own", text: draft }))}>存为常用语</Button>{" "}
        {own.length > 0 && <Button kind="link" aria-pressed={tidying} onClick={() => tidy(!tidying)}>{tidying ? "整理好了" : "整理我的常用语"}</Button>}
      </p>
    </>
  );
}

function OwnPhrase({ phrase, tidying, use, remove }: { phrase: PhraseView; tidying: boolean; use: (phrase: string) => void; remove: () => void }) {
  if (tidying) return <button type="button" aria-label={`删去常用语：${phrase.text}`} onClick={remove}>✕ {phrase.text}</button>;
  return <button type="button" title="我的常用语" onClick={() => use(phrase.text)}>{phrase.text}</button>;
}
