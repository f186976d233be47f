import * as z from "zod";
import { oddName, writtenName } from "./written-name";

const LONGEST = 50;

/** 一个人的姓名，账号与邀请都照这一条；missing 是空着时的提示。 */
export const PersonName = (missing: string) =>
  z.string().trim().min(1, { error: missing, abort: true }).max(LONGEST, `姓名最多 ${LONGEST} 个字`).regex(writtenName, oddName);
