import { RATING_PAUSE_DAYS } from "./phone";
import { RATING_TEXT_MAX } from "./rating";

/** The words of every rating page, in the portal and on the phone. */
export const ratingWords = {
  level: "总体评价",
  /** Head and note of the options, by whether the level is a bad one. */
  reasons: { good: "好在哪里", bad: "哪里不满意" },
  reasonsNote: { good: "（选填，可多选）", bad: "（至少选一项，或在下面写几句话）" },
  text: "意见建议",
  textHelp: `${RATING_TEXT_MAX} 字以内，请不要写证件信息`,
  phone: "手机号码",
  phoneHelp: `同一手机号 ${RATING_PAUSE_DAYS} 天内只能评价一次。号码加密，只供好差评管理员回访，被评价的单位看不到`,
  name: "姓名",
  nameHelp: "被评价的单位只看得到姓",
  voluntary: "评价自愿，结果用于改进服务",
  required: "为必填项",
} as const;

/** 5 → “5 分”. */
export const scoreWord = (level: number): string => `${level} 分`;
