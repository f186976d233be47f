import { type CreditGateway, type CreditReport, unrated } from "./credit";
import { httpCredit } from "./http";

export { type CreditGateway, type CreditReport, CreditUnavailable } from "./credit";

type Environment = Readonly<Record<string, string | undefined>>;

/** 本系统的信用登记怎样读；由服务交进来。 */
export type RegisterReader = (uscc: string) => Promise<CreditReport | undefined>;

/** 本地默认：读系统管理员维护的信用登记；没有登记的尚未确定信用类别。 */
export function localCredit(read: RegisterReader): CreditGateway {
  return { source: "本地信用登记", ask: async (uscc) => (await read(uscc)) ?? unrated };
}

/** 由环境选信用接口：CREDIT_URL 配了就问那里（CREDIT_TOKEN 为令牌），缺省为本地信用登记。 */
export function openCredit(read: RegisterReader, env: Environment = process.env): CreditGateway {
  if (!env.CREDIT_URL) return localCredit(read);
  return httpCredit({ url: env.CREDIT_URL, ...(env.CREDIT_TOKEN ? { token: env.CREDIT_TOKEN } : {}) });
}

/** 信用是不是问外面的接口；本地时页面要说明。 */
export const asksExternally = (env: Environment = process.env): boolean => Boolean(env.CREDIT_URL);
