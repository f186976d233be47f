"use client";

import { Checkbox, RadioSet } from "@/components/ui/Choices";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { Select } from "@/components/ui/Select";
import { handlingForms, type HandlingWords } from "@/lib/evaluation/bad-ratings/handling";
import type { Assignable, BadRatingView } from "@/lib/evaluation/bad-ratings/views";
import type { BadRatingAction } from "@/lib/evaluation/bad-ratings/workflow";
import { badRatingVerdicts, callBackOutcomes } from "@/lib/terms/bad-ratings";
import { codesOf } from "@/lib/terms/option-map";

export interface HandlingChoicesProps {
  action: BadRatingAction;
  view: BadRatingView;
  words: HandlingWords;
  errors: Readonly<Record<string, string>>;
  onWords: (words: HandlingWords) => void;
}

const person = ({ name, posts, handled }: Assignable): string => `${name}（${posts}${handled ? "，办理过这件业务" : ""}）`;

/** 这一步要选的：办理人、核实结论、是否复杂、回访结果。 */
export function HandlingChoices({ action, view, words, errors, onWords }: HandlingChoicesProps) {
  const { choices } = handlingForms[action];
  return (
    <>
      {choices.includes("assigneeId") && (
        <FieldFrame id="handling-assignee" label="办理人" required full help="谁办理、谁负责：办理过这件业务的人排在前面" error={errors.assigneeId}>
          {(control) => (
            <Select
              {...control} value={words.assigneeId ?? ""} onChange={(event) => onWords({ ...words, assigneeId: event.target.value || undefined })}
              options={view.assignable.map((one) => ({ value: one.id, label: person(one) }))}
            />
          )}
        </FieldFrame>
      )}
      {choices.includes("verdict") && (
        <FieldFrame id="handling-verdict" label="核实结论" group="radio" required full error={errors.verdict}>
          <RadioSet
            name="verdict" value={words.verdict ?? ""} onChange={(event) => onWords({ ...words, verdict: event.target.value })}
            options={codesOf(badRatingVerdicts).map((value) => ({ value, label: badRatingVerdicts[value] }))}
          />
        </FieldFrame>
      )}
      {choices.includes("complex") && (
        <FieldFrame id="handling-complex" label="办理期限" group="checkbox" full>
          <Checkbox name="complex" checked={words.complex === true} onChange={(event) => onWords({ ...words, complex: event.target.checked })} label="情况复杂，按较长的期限整改" />
        </FieldFrame>
      )}
      {choices.includes("outcome") && (
        <FieldFrame id="handling-outcome" label="回访结果" group="radio" required full error={errors.outcome}>
          <RadioSet
            name="outcome" value={words.outcome ?? ""} onChange={(event) => onWords({ ...words, outcome: event.target.value })}
            options={codesOf(callBackOutcomes).map((value) => ({ value, label: callBackOutcomes[value] }))}
          />
        </FieldFrame>
      )}
    </>
  );
}
