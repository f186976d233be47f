import path from "node:path";
import { encode } from "next-auth/jwt";
import { db } from "@/lib/data/client";
import { insertSession } from "@/lib/data/sessions";
import { type Background, freePort, startServer } from "./background";

const root = path.resolve(import.meta.dirname, "../..");

/** `npm start` as it ships, on a port of its own; without `database` it brings its embedded one. */
export async function startApp(dataFolder: string, database = ""): Promise<Background> {
  const port = await freePort();
  const env = { ...process.env, DATABASE_URL: database, DATA_DIR: dataFolder, PORT: String(port), LISTEN_HOST: "127.0.0.1", APP_ORIGIN: `http://127.0.0.1:${port}`, DEMO_DATA: "0", NODE_OPTIONS: "" };
  return startServer(port, "/api/health", [path.join(root, "scripts/start.mjs")], { cwd: root, env });
}

/** Signs an account in without its password: a session row and the cookie that names it. */
export async function cookieFor(accountId: string, audience: "enterprise" | "staff"): Promise<string> {
  const sessionId = await insertSession(db(), { accountId, hours: 1, address: "127.0.0.1" });
  const token = await encode({ token: { sub: accountId, sessionId, audience }, secret: process.env.NEXTAUTH_SECRET ?? "" });
  return `next-auth.session-token=${token}`;
}
