import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { fileHeaders } from "@/lib/actions/answer-route";
import { tokenAuthorisedRoutes } from "@/lib/auth/origin";

/** next-auth 自带防伪造的令牌，来源由它自己核对；没有这个接口的，什么也不写。 */
const own = ["/api/auth/[...nextauth]", "/api/[[...path]]"];

function writingRoutes(): { route: string; text: string }[] {
  return readdirSync("app", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === "route.ts")
    .map((entry) => ({ route: path.join(entry.parentPath, "").replace(/^app/, ""), text: readFileSync(path.join(entry.parentPath, entry.name), "utf8") }))
    .filter(({ text }) => /export\s+(async\s+)?(function|const)\s+(POST|PUT|PATCH|DELETE)\b|as POST|as PUT/.test(text));
}

describe("写入口核对来源（决定二十四）", () => {
  it("凭 Cookie 的都核对 Origin，凭令牌的都列了名", () => {
    const unguarded = writingRoutes().filter(({ text }) => !text.includes("requireOwnOrigin")).map(({ route }) => route);
    expect(unguarded.filter((route) => !own.includes(route)).sort()).toEqual([...tokenAuthorisedRoutes].sort());
  });
});

describe("下载的文件名", () => {
  it("中文名按 RFC 5987，引号、括号、换行不破坏报头", () => {
    const { "Content-Disposition": said } = fileHeaders({ name: "营业执照 (副本)'\"\r\n.pdf", mediaType: "application/pdf" });
    expect(said).toBe("attachment; filename=\"file.pdf\"; filename*=UTF-8''%E8%90%A5%E4%B8%9A%E6%89%A7%E7%85%A7%20%28%E5%89%AF%E6%9C%AC%29%27%22%0D%0A.pdf");
  });
});
