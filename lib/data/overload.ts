import * as z from "zod";
import { Refusal } from "@/lib/access/refusal";

/** 等锁超时、互锁、语句超时、连接太多、连接被掐断、数据库正在起停：过一会儿再来就好。 */
const passing = new Set(["55P03", "40P01", "40001", "57014", "53300", "57P01", "57P02", "57P03", "25P03", "08000", "08003", "08006", "ECONNREFUSED", "ECONNRESET", "EPIPE"]);
/** Prisma 的说法：等不到事务、等不到连接、写冲突、连不上、连接断了。 */
const passingPrisma = new Set(["P2028", "P2024", "P2034", "P1001", "P1008", "P1017"]);
/** 驱动自己报的错没有代码。 */
const passingWords = /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable|Client was closed/;

const Known = z.looseObject({
  code: z.string().optional(),
  message: z.string().optional(),
  meta: z.looseObject({ driverAdapterError: z.looseObject({ message: z.string().optional(), cause: z.looseObject({ originalCode: z.string().optional() }).optional() }).optional() }).optional(),
});

function isPassing(error: unknown): boolean {
  const { code = "", message = "", meta } = Known.safeParse(error instanceof Error ? { ...error, message: error.message } : {}).data ?? {};
  const below = meta?.driverAdapterError;
  return passing.has(code) || passingPrisma.has(code) || passing.has(below?.cause?.originalCode ?? "") || passingWords.test(`${message} ${below?.message ?? ""}`);
}

/** 数据库一时忙不过来，是「稍后再试」，不是出错；其余原样。原来的错误留作 cause，供日志。 */
export function orBusy(error: unknown): unknown {
  if (!isPassing(error)) return error;
  const refusal = new Refusal("unavailable", "现在办理的人较多，请稍后再试，内容没有丢失");
  refusal.cause = error;
  return refusal;
}
