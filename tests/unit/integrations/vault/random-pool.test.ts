import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newId } from "@/lib/data/new-id";
import { randomFromPool } from "@/lib/integrations/vault/random-pool";

describe("成批取的随机数（L-5.2.2 表单与手机号的一次性值）", () => {
  test("给的正好是所要的字节数，跨过一批也一样，从不重复", () => {
    const sizes = fc.array(fc.integer({ min: 8, max: 64 }), { minLength: 200, maxLength: 300 });
    fc.assert(
      fc.property(sizes, (counts) => {
        const given = counts.map((count) => randomFromPool(count));
        expect(given.map((bytes) => bytes.length)).toEqual(counts);
        expect(new Set(given.map((bytes) => bytes.toString("hex"))).size).toBe(counts.length);
      }),
      { numRuns: 5 },
    );
  });

  test("给出去的是副本：后来的取用改不了它", () => {
    const first = randomFromPool(16);
    const copy = Buffer.from(first);
    for (let n = 0; n < 1_000; n += 1) randomFromPool(16);
    expect(first.equals(copy)).toBe(true);
  });

  test("标识是第七版 UUID，时间在前，按时间先后排列", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 47 }), fc.integer({ min: 1, max: 1_000_000 }), (at, later) => {
        const [one, two] = [newId(at), newId(at + later)];
        expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(Number.parseInt(one.replaceAll("-", "").slice(0, 12), 16)).toBe(at);
        expect(one < two).toBe(true);
      }),
    );
  });
});
