import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { judgePassword } from "@/lib/access/password-policy";
import { officeLimits } from "@/lib/integrations/file-inspection/archive";
import { MAX_FILE_MEGABYTES, MAX_FILES_A_SLOT } from "@/lib/licensing/attachments/accepted-files";
import { MAX_SHEET_BYTES } from "@/lib/licensing/attachments/sheet-file";
import { idleMinutes, sessionHours } from "@/lib/services/accounts/session-policy";
import { lockRule } from "@/lib/services/accounts/sign-in";
import { isSource, listFiles, root } from "@/tests/architecture/source-file";

const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const text = read("docs/asvs.md");
const { levels } = JSON.parse(read("tests/conformance/asvs-5.0.0.json")) as { levels: Record<string, number> };
const conclusions = ["达到", "由人", "不适用", "没有做到"];

interface Row {
  id: string;
  level: string;
  asked: string;
  grounds: string;
  conclusion: string;
}

const rows: Row[] = text.split("\n").filter((line) => /^\| \d+\.\d+\.\d+ /.test(line)).map((line) => {
  const [, id = "", level = "", asked = "", grounds = "", conclusion = ""] = line.split("|").map((cell) => cell.trim());
  return { id, level, asked, grounds, conclusion };
});

/** 项目里的文件：带着文件夹的，或根目录下的几种；不是网址、命令、设置的名称。 */
const isFile = (name: string): boolean => /^[\w.@()[\]-]+(\/[\w.@()[\]-]+)+\.\w+$/.test(name) || /^(\.?[a-z][a-z.]*\.(ts|json|yaml)|\.dockerignore)$/.test(name);

/** 反引号里的文件，与紧跟着的「」里引的各句；句子里可以再有一层「」。 */
const cited = (words: string) =>
  [...words.matchAll(/`([^`]+)`((?:「(?:[^「」]|「[^「」]*」)+」)*)/g)].filter(([, name = ""]) => isFile(name)).map(([, file = "", quoted = ""]) => ({
    file,
    titles: [...quoted.matchAll(/「((?:[^「」]|「[^「」]*」)+)」/g)].map(([, title = ""]) => title),
  }));

const faultsOf = (words: string): string[] =>
  cited(words).flatMap(({ file, titles }) => {
    if (!existsSync(path.join(root, file))) return [file];
    return titles.filter((title) => !read(file).includes(title)).map((title) => `${file} ${title}`);
  });

describe("docs/asvs.md（issue 6）", () => {
  it("一级、二级的编号恰好各一行，按次序，级别相符，在自己的一章里", () => {
    expect(rows.map(({ id }) => id)).toEqual(Object.keys(levels));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows.filter(({ id, level }) => level !== (levels[id] === 1 ? "一" : "二"))).toEqual([]);
    const misplaced = text.split(/^## V(?=\d)/m).slice(1).flatMap((chapter) => [...chapter.matchAll(/^\| (\d+)\.\d+\.\d+ /gm)].filter(([, number]) => number !== /^\d+/.exec(chapter)?.[0]));
    expect(misplaced).toEqual([]);
  });

  it("每行都有要求、根据，结论是四种之一；开头的条数与各行相符", () => {
    expect(rows.filter(({ asked, grounds, conclusion }) => asked === "" || grounds === "" || !conclusions.includes(conclusion))).toEqual([]);
    for (const word of conclusions) {
      const said = new RegExp(`^\\| ${word} \\|.*\\| (\\d+) \\|$`, "m").exec(text)?.[1];
      expect([word, Number(said)]).toEqual([word, rows.filter(({ conclusion }) => conclusion === word).length]);
    }
    expect(text).toContain(`共 ${rows.length} 条`);
    expect(read("docs/security.md")).toContain(`${rows.length} 条`);
  });

  it("达到的点名文件或附录，由人的点名记录，没有做到的写明缺什么", () => {
    const grounded: Record<string, (grounds: string) => boolean> = {
      达到: (grounds) => !grounds.includes("缺：") && (cited(grounds).length > 0 || /附[一二三四五六七八]/.test(grounds)),
      由人: (grounds) => grounds.includes("记录「"),
      不适用: (grounds) => !grounds.includes("缺："),
      没有做到: (grounds) => /缺：./.test(grounds),
    };
    expect(rows.filter(({ grounds, conclusion }) => !grounded[conclusion]?.(grounds)).map(({ id }) => id)).toEqual([]);
  });

  it("点名的文件都在，引的标题一字不差；点名的记录、附录都有", () => {
    expect(cited(text).length).toBeGreaterThan(200);
    expect(faultsOf(text)).toEqual([]);
    const security = read("docs/security.md");
    const records = [...text.matchAll(/记录「([^」]+)」/g)].map(([, name = ""]) => name);
    expect(records.filter((name) => !security.includes(`**${name}**`))).toEqual([]);
    const appendices = [...text.matchAll(/附([一二三四五六七八九])/g)].map(([, number = ""]) => number);
    expect(appendices.filter((number) => !text.includes(`## 附${number}：`))).toEqual([]);
    const links = [...text.matchAll(/\]\((?!https:)([^)#]+)/g)].map(([, link = ""]) => `docs/${link}`);
    expect(links.filter((link) => !existsSync(path.join(root, link)))).toEqual([]);
  });

  it("附录里的数与代码里的相同", () => {
    expect([idleMinutes.enterprise, idleMinutes.staff, sessionHours, lockRule.minutes, lockRule.attempts]).toEqual([30, 15, 12, 15, 5]);
    for (const said of ["企业闲置三十分钟、内网十五分钟，最长十二小时", "一个账号十五分钟五次"]) expect(text).toContain(said);
    expect([judgePassword("djbh3", `Aa1-${"x".repeat(124)}`, ""), judgePassword("djbh3", `Aa1-${"x".repeat(125)}`, "")]).toEqual([undefined, expect.stringContaining("128")]);
    expect(text).toContain("至多一百二十八位");
    expect(text).toContain(`每个 ${MAX_FILE_MEGABYTES} MB、一份材料${MAX_FILES_A_SLOT === 20 ? "二十" : "？"}个`);
    expect(text).toContain(`表格只收 xlsx，${MAX_SHEET_BYTES / 1024 / 1024} MB`);
    expect(text).toContain(`Word 解开后 ${officeLimits.maxTotalBytes / 1024 / 1024} MB、${officeLimits.maxEntries === 2_000 ? "两千" : "？"}个项目`);
  });

  it("看得出编造的文件与标题", () => {
    expect(faultsOf("`tests/unit/none.test.ts`「没有」")).toHaveLength(1);
    expect(faultsOf("`tests/unit/auth/gate.test.ts`「没有这一句的标题」")).toHaveLength(1);
    expect(faultsOf("`tests/unit/auth/gate.test.ts`「任何输入解析后都在本站」「没有这一句的标题」")).toHaveLength(1);
  });
});

const shipped = (file: string): boolean => /^(app|components|lib)\/|^(middleware|instrumentation)\.ts$/.test(file) && isSource(file) && !file.startsWith("lib/generated/");

describe("说没有的，真的没有", () => {
  it.each([
    ["子进程", /child_process/],
    ["动态执行", /\beval\(|new Function\(/],
    ["postMessage", /postMessage|onmessage|addEventListener\(["']message["']/],
    ["WebSocket", /new WebSocket\(|upgradeWebSocket/],
    ["CORS 报头", /access-control-allow/i],
    ["放宽 HTTP 解析、不核对证书", /insecureHTTPParser|rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED/],
  ])("代码里确实没有：%s", (_what, pattern) => {
    expect(listFiles().filter((file) => shipped(file) && pattern.test(read(file)))).toEqual([]);
  });

  it("没有装：GraphQL、WebSocket、LDAP、XPath、邮件、memcache、SAML、OAuth、WebRTC 的库", () => {
    const { dependencies } = JSON.parse(read("package.json")) as { dependencies: Record<string, string> };
    const unwanted = /graphql|^ws$|socket\.io|ldap|xpath|mail|smtp|memcache|saml|oauth|oidc|openid|passport|webrtc|mediasoup/;
    expect(Object.keys(dependencies).filter((name) => unwanted.test(name))).toEqual([]);
  });

  it("登录只有账号密码一种，没有接身份提供方", () => {
    const providers = listFiles().filter(shipped).flatMap((file) => [...read(file).matchAll(/next-auth\/providers\/(\w+)/g)].map(([, name = ""]) => name));
    expect(providers).toEqual(["credentials"]);
  });
});
