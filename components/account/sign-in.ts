export interface Credentials {
  audience: "enterprise" | "staff";
  login: string;
  password: string;
}

/** 第二步：凭第一步给的令牌与动态口令；密码不留在浏览器里。 */
export interface SecondStep {
  audience: Credentials["audience"];
  pending: string;
  code: string;
}

/** pending：密码对了，还要动态口令；again：要从输入密码重新来。 */
export type SignInResult = { ok: true } | { ok: false; message: string; note: string; pending?: string; again?: boolean };

const unreachable: SignInResult = { ok: false, message: "未能登录，请检查网络后再试", note: "" };

/** 登录一步；失败时给出服务器说的话。 */
export async function signIn(credentials: Credentials | SecondStep): Promise<SignInResult> {
  try {
    // 按下【登录】时才取：页面本身不必带着它
    const { signIn: callSignIn } = await import("next-auth/react");
    const result = await callSignIn("credentials", { ...credentials, redirect: false });
    if (result?.ok && !result.error && !result.url?.includes("csrf=true")) return { ok: true };
    return readFailure(result?.error ?? "");
  } catch {
    return unreachable;
  }
}

function readFailure(error: string): SignInResult {
  try {
    const { message, note, pending, again }: Readonly<Record<string, unknown>> = JSON.parse(error);
    if (typeof message === "string") return { ok: false, message, note: typeof note === "string" ? note : "", ...(typeof pending === "string" ? { pending } : {}), again: again === true };
  } catch {
    // 不是本系统给出的话，往下按网络问题说
  }
  return unreachable;
}
