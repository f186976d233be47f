import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../../..");
/** 口令、散列不是写的一段字；填报字段的 maxLength 只交给判断，不到输入框上。 */
const notWritten = ["components/account/PasswordInput.tsx", "components/audit/ChainPanel.tsx", "components/fields/use-entry.tsx"];
const written = readdirSync(path.join(root, "components"), { recursive: true, encoding: "utf8" }).map((file) => path.posix.join("components", file)).filter((file) => file.endsWith(".tsx") && !notWritten.includes(file));

describe("写得太长的字", () => {
  it("L-1-03 输入框不截：一百字以上的限定由判断来说，截掉的人看不见", () => {
    expect(written.length).toBeGreaterThan(100);
    const cutting = written.flatMap((file) => [...readFileSync(path.join(root, file), "utf8").matchAll(/maxLength=\{([^}]*)\}/g)].flatMap(([found, limit]) => (Number(limit) < 100 ? [] : [`${file} ${found}`])));
    expect(cutting).toEqual([]);
  });
});
