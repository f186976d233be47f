import fc from "fast-check";

/** Whatever a program may send where a person would have typed. */
const nasty = fc.constantFrom<unknown>(
  null, "", " ", "\u0000", "a\u0000b", "\ud800", "%", "\\", "'; DROP TABLE \"Case\"; --", "../../etc/passwd", "__proto__", "constructor", "<script>alert(1)</script>", "=cmd|' /C calc'!A0",
  "9".repeat(5_000), "٣", "\u202e编号", -1, 0, 1e308, Number.MAX_SAFE_INTEGER, -0, 2 ** 31, 1.5, true, false, [], {}, [[]], [null], { length: 1e9 }, { toJSON: 1 },
  "2026-02-30", "0000-00-00", "-271821-04-20", "00000000-0000-0000-0000-000000000000", "$undefined", "$NaN", "$D2026-13-45", "$F1", "$@1", "$K1", "$Q1", "$W1", "$i1", "$n9999999999999999999999",
);

const anything = fc.oneof({ weight: 3, arbitrary: nasty }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) }, { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) });

const deep = (levels: number): unknown => Array.from({ length: levels }).reduce<unknown>((inner) => ({ a: inner }), 1);

/** Arguments as they go over the wire: spoilt copies of an input that fits, which may still be acceptable from somebody who may. */
export function spoiltWires(input: Readonly<Record<string, unknown>>, count: number, seed: number): string[] {
  const keys = Object.keys(input);
  const spoilt = fc.tuple(fc.subarray(keys, { minLength: 1, maxLength: 4 }), fc.array(anything, { minLength: 4, maxLength: 4 })).map(([chosen, values]) => {
    const copy: Record<string, unknown> = { ...input };
    chosen.forEach((key, index) => (copy[key] = values[index]));
    return JSON.stringify([copy]);
  });
  return fc.sample(spoilt, { numRuns: count, seed });
}

/** What is no input at all, from whomever it comes. */
export function shapelessWires(input: Readonly<Record<string, unknown>>, count: number, seed: number): string[] {
  const shapeless = fc.oneof(
    anything.map((value) => JSON.stringify([value]) ?? "[]"),
    fc.array(anything, { maxLength: 5 }).map((values) => JSON.stringify(values)),
    fc.constantFrom("", "[", "{}", "null", "[{", "\"", "[\"$F1\"]", "[\"$@0\"]", "[\"$0\"]", JSON.stringify([deep(500)]), JSON.stringify([{ ...input, patch: deep(300) }]), `["${"甲".repeat(50_000)}"]`),
    fc.string({ unit: "binary", maxLength: 300 }),
  );
  return fc.sample(shapeless, { numRuns: count, seed });
}

/** Forms that are no forms: what a script or a bare form sends as multipart, cut short or without its boundary. */
export const spoiltForms: readonly { type: string; bodies: readonly string[] }[] = [
  { type: "multipart/form-data; boundary=x", bodies: ["garbage", '--x\r\nContent-Disposition: form-data; name="0"\r\n\r\n[\r\n--x--\r\n'] },
  { type: "multipart/form-data", bodies: ["garbage"] },
];

/** Address parts and queries nobody would type. */
export const hostileParts = ["%ff", "%00", "..%2f..%2fetc%2fpasswd", "constructor", "__proto__", "'", "%25", "9".repeat(3_000), "%F0%9F%92%A9", "<script>", "a%0d%0aSet-Cookie:x=1", "undefined", "-1", "NaN"] as const;
