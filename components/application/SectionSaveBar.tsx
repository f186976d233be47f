"use client";

import { Button } from "@/components/ui/Button";
import { SaveBar, SaveLine, type SaveState } from "@/components/ui/SaveBar";
import type { Issue } from "@/lib/forms/issue";
import { latePart } from "@/components/ui/late";
import { timeOf } from "./moments";
import { lostAmong } from "./attachments/use-uploads";
import type { SectionPage } from "./use-section-page";

const SignInAgain = latePart("重新登录", () => import("./SignInAgain").then((module) => module.SignInAgain));

/** 上一步、保存、下一步；中间一行说存到了什么时候、还差多少。 */
export function SectionSaveBar({ page, onSave, onPrevious, onNext }: { page: SectionPage; onSave: () => void; onPrevious?: () => void; onNext?: () => void }) {
  const busy = page.saving ? "正在保存" : undefined;
  return (
    <>
      {page.draft.failure?.signedOut && <SignInAgain />}
      <SaveBar
        before={
          <>
            {onPrevious && <Button onClick={onPrevious}>上一步</Button>}
            <Button onClick={onSave} blocked={busy}>
              保存
            </Button>
          </>
        }
        line={<SaveLine state={saveState(page)} />}
        after={
          onNext && (
            <Button kind="primary" onClick={onNext} blocked={busy}>
              下一步
            </Button>
          )
        }
      />
    </>
  );
}

function saveState({ draft, dirty, own, save, saving, uploads, remarkAnswers }: SectionPage): SaveState {
  if (saving) return { kind: "saving" };
  if (draft.failure) return { kind: "failed", reason: draft.failure.message, onRetry: () => void save() };
  if (remarkAnswers.unsent) return { kind: "dirty", kept: "补正说明还没有保存" };
  if (dirty) return { kind: "dirty", kept: draft.savedAt ? `已暂存在本机，上次保存 ${timeOf(draft.savedAt)}` : undefined };
  const lost = lostAmong(uploads.pending);
  if (lost) return { kind: "failed", reason: `“${lost.file.name}”没有传成`, onRetry: () => void save() };
  if (!draft.savedAt) return { kind: "fresh" };
  return { kind: "saved", at: timeOf(draft.savedAt), missing: missingText(own) };
}

/** 「还有 3 项未填」；有填错的说「需要修改」。 */
export function missingText(issues: readonly Issue[]): string | undefined {
  if (issues.length === 0) return undefined;
  return issues.every((issue) => issue.nature === "missing") ? `还有 ${issues.length} 项未填` : `还有 ${issues.length} 项需要修改`;
}
