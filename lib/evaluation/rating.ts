import * as z from "zod/mini";
import { checkMobile, normaliseText } from "@/lib/forms/identifiers";
import { getRatingLevel } from "./options";
import { normalisePhone } from "./phone";

/** Longest 文字评价. */
export const RATING_TEXT_MAX = 150;
const NAME_MAX = 50;

/** Counted in code points everywhere, as JSON Schema does: what is accepted here can be handed on (exchange). */
export const isWithin = (text: string, max: number): boolean => [...text].length <= max;

/** Radios send text, a service may send a number; an untouched group sends null. */
const Level = z.pipe(
  z.pipe(
    z.union([z.string(), z.number(), z.null(), z.undefined()], { error: "请选择满意度" }),
    z.transform((level) => (level === null || level === "" ? undefined : Number(level))),
  ),
  z.literal([1, 2, 3, 4, 5], { error: "请选择满意度" }),
);

const Options = z.pipe(
  z._default(z.array(z.string({ error: "请重新勾选评价详情" }), { error: "请重新勾选评价详情" }).check(z.maxLength(20, "请重新勾选评价详情")), []),
  z.transform((codes: string[]) => [...new Set(codes)]),
);

const Text = z._default(
  z
    .string({ error: "请重新填写文字评价" })
    .check(z.trim(), z.refine((text) => isWithin(text, RATING_TEXT_MAX), `请将文字评价控制在${RATING_TEXT_MAX}字以内`)),
  "",
);

const Phone = z.pipe(z.string({ error: "请填写手机号码" }), z.transform(normalisePhone)).check(
  z.superRefine((phone, context) => {
    const message = phone === "" ? "请填写手机号码" : checkMobile(phone)?.message;
    if (message) context.addIssue({ code: "custom", message });
  }),
);

const Name = z._default(
  z
    .pipe(z.string({ error: "请重新填写姓名" }), z.transform(normaliseText))
    .check(z.refine((name) => isWithin(name, NAME_MAX), `请将姓名控制在${NAME_MAX}字以内`)),
  "",
);

/** What a person hands in on any rating page. */
export const RatingInput = z.object({ level: Level, options: Options, text: Text, phone: Phone, name: Name }).check(
  z.superRefine((rating, context) => {
    const { options, bad } = getRatingLevel(rating.level);
    if (!rating.options.every((code) => options.some((option) => option.code === code))) {
      context.addIssue({ code: "custom", path: ["options"], message: "请勾选与所选满意度对应的评价详情" });
    } else if (bad && rating.options.length === 0 && rating.text === "") {
      context.addIssue({ code: "custom", path: ["options"], message: "差评必须勾选详情或填写文字评价" });
    }
  }),
);

export type RatingInput = z.infer<typeof RatingInput>;
