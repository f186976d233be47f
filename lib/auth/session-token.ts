import { decode, getToken, type GetTokenParams, type JWT, type JWTDecodeParams } from "next-auth/jwt";
import { usesSecureCookies } from "./secure-cookies";

/** 现用的在前，以前的（逗号隔开）在后；新的登录只用第一个。 */
const secrets = (): string[] => [process.env.NEXTAUTH_SECRET ?? "", ...(process.env.NEXTAUTH_SECRET_FORMER ?? "").split(",").map((one) => one.trim())].filter(Boolean);

/** 打开过的 Cookie：每个请求要读两次，拆封一次就够；会话还有没有，仍然每次问库。密钥在键里，换了就重新拆。 */
const opened = new Map<string, JWT>();
const MOST_OPENED = 1_000;

/** 先用现在的密钥，再用以前的：换了 NEXTAUTH_SECRET，登录着的人不必重新登录。 */
export async function decodeSession(params: JWTDecodeParams): Promise<JWT | null> {
  const key = [params.salt, params.token, ...secrets()].join(" ");
  const known = opened.get(key);
  if (known && Number(known.exp) * 1_000 > Date.now()) return { ...known };
  for (const secret of secrets()) {
    const token = await decode({ ...params, secret }).catch(() => null);
    if (token) return keep(key, token);
  }
  return null;
}

function keep(key: string, token: JWT): JWT {
  opened.delete(key);
  const [oldest] = opened.size >= MOST_OPENED ? opened.keys() : [];
  if (oldest !== undefined) opened.delete(oldest);
  opened.set(key, token);
  return { ...token };
}

/** Cookie 里的会话号与受众；没有登录、过期、不是本系统封的为 null。 */
export const readSessionToken = (req: GetTokenParams["req"]): Promise<JWT | null> => getToken({ req, secureCookie: usesSecureCookies(), decode: decodeSession });
