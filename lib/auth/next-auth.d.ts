import type { Audience } from "./login-path";

declare module "next-auth" {
  interface User {
    sessionId: string;
    audience: Audience;
  }
  interface Session {
    accountId?: string;
    audience?: Audience;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    sessionId?: string;
    audience?: Audience;
  }
}
