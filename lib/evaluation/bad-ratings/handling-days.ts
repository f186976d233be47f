import * as z from "zod";

export const HANDLING_DAYS_MAX = 60;

const MESSAGE = `请填写 1 至 ${HANDLING_DAYS_MAX} 的整数`;
/** What a person types is text: whole digits only, half or full width; 1.5, 1e1 and +5 stay text and are refused. */
const wholeNumber = (value: unknown): unknown => {
  const digits = typeof value === "string" ? value.normalize("NFKC").trim() : "";
  return /^\d+$/.test(digits) ? Number(digits) : value;
};
const Days = z.preprocess(wholeNumber, z.number(MESSAGE).int(MESSAGE).min(1, MESSAGE).max(HANDLING_DAYS_MAX, MESSAGE));

/** The limits in force, in working days; a complex one never shorter than a plain one. */
export const HandlingDays = z
  .object({ verify: Days, rectify: Days, complex: Days, callBack: Days, appeal: Days })
  .refine(({ rectify, complex }) => complex >= rectify, { error: "请填写不短于一般整改的期限", path: ["complex"] });

export type HandlingDays = Readonly<z.output<typeof HandlingDays>>;
