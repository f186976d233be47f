"use client";

import type { UseFormReturn } from "react-hook-form";
import type { z } from "zod/mini";
import { Checkbox } from "@/components/ui/Choices";
import { FieldError, RequiredMark } from "@/components/ui/FieldFrame";
import { ratingLevels } from "@/lib/evaluation/options";
import type { RatingInput } from "@/lib/evaluation/rating";
import { ratingWords, scoreWord } from "@/lib/evaluation/rating-words";

/** 五个等级与所选等级的评价详情；换了等级，原来勾的不再算数。 */
export function LevelChoice({
  form,
  error,
  optionsError,
}: {
  form: UseFormReturn<z.input<typeof RatingInput>, unknown, RatingInput>;
  error?: string;
  optionsError?: string;
}) {
  const chosen = ratingLevels.find((rule) => String(rule.level) === String(form.watch("level") ?? ""));
  const kind = chosen?.bad ? "bad" : "good";
  return (
    <>
      <fieldset className="rate" aria-describedby={error ? "level-error" : undefined}>
        <legend>{ratingWords.level}<RequiredMark /></legend>
        {ratingLevels.flatMap(({ level, word }) => [
          <input
            key={level} id={`lv${level}`} type="radio" value={level}
            {...form.register("level", { onChange: () => { form.setValue("options", []); form.clearErrors(["level", "options"]); } })}
          />,
          <label key={word} htmlFor={`lv${level}`}><span>{word}</span><span className="soft">{scoreWord(level)}</span></label>,
        ])}
        {error && <FieldError id="level-error">{error}</FieldError>}
      </fieldset>
      {chosen && (
        <fieldset key={chosen.level} className="stack">
          <legend>{ratingWords.reasons[kind]}<span className="opt">{ratingWords.reasonsNote[kind]}</span></legend>
          <div className="choices">
            {chosen.options.map((option) => (
              <Checkbox key={option.code} value={option.code} label={option.text} {...form.register("options")} />
            ))}
          </div>
          {optionsError && <FieldError>{optionsError}</FieldError>}
        </fieldset>
      )}
    </>
  );
}
