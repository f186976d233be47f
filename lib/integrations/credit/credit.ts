import * as z from "zod";
import { creditGrades } from "@/lib/terms/credit";

const grades = Object.keys(creditGrades) as [keyof typeof creditGrades, ...(keyof typeof creditGrades)[]];

/** 信用接口对一家企业的答复。 */
export const CreditReport = z.strictObject({
  grade: z.enum(grades),
  /** 在自贸区试点范围内。 */
  pilotZone: z.boolean(),
  /** 在承诺制区域内。 */
  commitmentRegion: z.boolean(),
  /** 申请容缺受理而未按时提交容缺材料的日期。 */
  deferralDefaults: z.array(z.iso.date()).max(100).optional(),
});
export type CreditReport = z.infer<typeof CreditReport>;

/** 信用能源接口：真实实现说 docs/credit-interface.md 的协议，本地默认读本系统的信用登记。 */
export interface CreditGateway {
  /** 页面上写的来源。 */
  readonly source: string;
  /**
   * 问一家企业的信用。
   * @throws CreditUnavailable 接口不通、超时、答复不合协议
   */
  ask(uscc: string): Promise<CreditReport>;
}

/** 此刻问不到；message 只进日志。 */
export class CreditUnavailable extends Error {
  override name = "CreditUnavailable";
}

/** 没有登记的企业：尚未确定信用类别，不在任何试点。 */
export const unrated: CreditReport = { grade: "unrated", pilotZone: false, commitmentRegion: false };
