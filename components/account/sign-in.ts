export interface Credentials {
  audience: "enterprise" | "staff";
  login: string;
  password: string;
}

export type SignInResult = { ok: true } | { ok: false; message: string; note: string };

const unreachable: SignInResult = { ok: false, message: "未能登录，请检查网络后再试", note: "" };

/** 登录一次；失败时给出服务器说的话。 */
export async function signIn(credentials: Credentials): Promise<SignInResult> {
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
    const { message, note }: { message?: unknown; note?: unknown } = JSON.parse(error);
    if (typeof message === "string") return { ok: false, message, note: typeof note === "string" ? note : "" };
  } catch {
    // 不是本系统给出的话，往下按网络问题说
  }
  return unreachable;
}
