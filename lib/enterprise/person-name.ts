import * as z from "zod";

const LONGEST = 50;

/** 姓名里会有的：文字、数字、间隔号、连字符、撇号、括号与空格。 */
const written = /^[\p{L}\p{M}\p{N}·•．.\-－'’()（） ]+$/u;

/** 一个人的姓名，账号与邀请都照这一条；missing 是空着时的提示。 */
export const PersonName = (missing: string) =>
  z.string().trim().min(1, { error: missing, abort: true }).max(LONGEST, `姓名最多 ${LONGEST} 个字`).regex(written, "请核对姓名，不能有尖括号等符号");
