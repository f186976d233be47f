"use client";

import { useCallback, useMemo, useState } from "react";
import type { AttachedFile, SectionAnswers } from "@/lib/forms/answers";
import type { LicensingContext } from "@/lib/licensing/context";
import { newerSections, recallFiles, rememberFiles, rememberSection } from "./session-memory";
import type { ApplicationFacts, SaveReply } from "./types";

export interface SavedContext {
  context: LicensingContext;
  revision: (section: string) => number;
  savedAt: (section: string) => string | undefined;
  saved: (section: string, reply: SaveReply) => void;
  changeFiles: (change: (files: readonly AttachedFile[]) => readonly AttachedFile[]) => void;
}

interface Held {
  /** 这一份状态由哪一次页面数据得来；页面数据换了就重来。 */
  from: ApplicationFacts;
  sections: Readonly<Record<string, { revision: number; answers: SectionAnswers; savedAt: string }>>;
  files: readonly AttachedFile[];
}

const heldFrom = (facts: ApplicationFacts): Held => ({
  from: facts,
  sections: Object.fromEntries(newerSections(facts.applicationId, facts.revisions)),
  files: recallFiles(facts.applicationId, facts.context.files),
});

/** 已存的内容：页面带来的，加上本页打开以后存下的。 */
export function useSavedContext(facts: ApplicationFacts): SavedContext {
  const [state, setHeld] = useState(() => heldFrom(facts));
  const held = state.from === facts ? state : heldFrom(facts);
  if (held !== state) setHeld(held);

  const context = useMemo(() => {
    const newer = Object.fromEntries(Object.entries(held.sections).map(([key, saved]) => [key, saved.answers]));
    return { ...facts.context, answers: { ...facts.context.answers, ...newer }, files: held.files };
  }, [facts.context, held]);

  const saved = useCallback(
    (section: string, { revision, answers, savedAt }: SaveReply) => {
      rememberSection(facts.applicationId, section, { revision, answers, savedAt });
      setHeld((before) => ({ ...before, sections: { ...before.sections, [section]: { revision, answers, savedAt } } }));
    },
    [facts.applicationId],
  );

  const changeFiles = useCallback(
    (change: (files: readonly AttachedFile[]) => readonly AttachedFile[]) =>
      setHeld((before) => {
        const files = change(before.files);
        rememberFiles(facts.applicationId, before.from.context.files, files);
        return { ...before, files };
      }),
    [facts.applicationId],
  );

  return {
    context,
    revision: (section) => held.sections[section]?.revision ?? facts.revisions[section] ?? 0,
    savedAt: (section) => held.sections[section]?.savedAt ?? facts.savedAt[section]?.at,
    saved,
    changeFiles,
  };
}
