import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PublicationGroup, publishedKeys, SMALLEST_GROUP } from "@/lib/evaluation/figures/publication";

const leaf = (key: string, count: number): PublicationGroup => ({ key, count, children: [] });
const parent = (key: string, children: PublicationGroup[]): PublicationGroup => ({ key, count: children.reduce((sum, { count }) => sum + count, 0), children });

const tree = fc
  .array(fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.nat(40)), { maxLength: 9 }), { maxLength: 9 })
  .map((offices) => parent("all", offices.map((matters, o) => parent(`o${o}`, matters.map((count, m) => leaf(`o${o}/${m}`, count))))));

const groups = (group: PublicationGroup): PublicationGroup[] => [group, ...group.children.flatMap(groups)];

/** 从公示的数逐级相减，能得出的被隐去的条数：一级里只剩一组未知时就得出了它。 */
function derivable(root: PublicationGroup, open: ReadonlySet<string>): number[] {
  return groups(root).filter(({ key, children }) => open.has(key) && children.length > 0).flatMap(({ count, children }) => {
    const hidden = children.filter(({ key }) => !open.has(key));
    const rest = count - children.filter(({ key }) => open.has(key)).reduce((sum, one) => sum + one.count, 0);
    return hidden.length === 0 ? [] : [rest];
  });
}

describe("公示时隐去人数太少的组（L-6-10）", () => {
  it("L-6-10 少于五条的从不公示，上级隐去的下级也隐去", () => {
    fc.assert(fc.property(tree, (root) => {
      const open = publishedKeys(root);
      for (const group of groups(root)) {
        if (open.has(group.key)) expect(group.count).toBeGreaterThanOrEqual(SMALLEST_GROUP);
        else for (const below of group.children.flatMap(groups)) expect(open.has(below.key)).toBe(false);
      }
    }));
  });

  it("L-6-10 减不出来：被隐去的合计要么没有人，要么不少于五条且不只一组", () => {
    fc.assert(fc.property(tree, (root) => {
      const open = publishedKeys(root);
      for (const rest of derivable(root, open)) expect(rest === 0 || rest >= SMALLEST_GROUP).toBe(true);
      for (const group of groups(root).filter(({ key }) => open.has(key))) {
        const people = group.children.filter(({ key, count }) => !open.has(key) && count > 0);
        expect(people.length).not.toBe(1);
      }
    }), { numRuns: 500 });
  });

  it("L-6-10 只隐去一组会被减出来，所以再隐去最小的一组；没有太少的组就全部公示", () => {
    expect([...publishedKeys(parent("all", [leaf("a", 3), leaf("b", 8), leaf("c", 20)]))]).toEqual(["all", "c"]);
    expect([...publishedKeys(parent("all", [leaf("a", 2), leaf("b", 2), leaf("c", 20), leaf("d", 9)]))]).toEqual(["all", "c"]);
    expect([...publishedKeys(parent("all", [leaf("a", 4), leaf("b", 3), leaf("c", 20)]))]).toEqual(["all", "c"]);
    expect([...publishedKeys(parent("all", [leaf("a", 5), leaf("b", 6), leaf("z", 0)]))]).toEqual(["all", "a", "b"]);
    expect([...publishedKeys(parent("all", [leaf("a", 2), leaf("b", 2)]))]).toEqual([]);
  });
});
