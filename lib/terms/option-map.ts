/** Words for codes: the key is stored, the value is shown. The order of keys is the order of options on screen. */
export type OptionMap = Readonly<Record<string, string>>;

/** The codes of a map in the order in which a list offers them. */
export function codesOf<M extends OptionMap>(map: M): (keyof M & string)[] {
  return Object.keys(map);
}

/** True when the value is one of the codes of the map; narrows untrusted input. */
export function isCodeOf<M extends OptionMap>(map: M, value: unknown): value is keyof M & string {
  return typeof value === "string" && Object.hasOwn(map, value);
}

/** The word for a code; a code from outside the map (old data) is shown as it is. */
export function wordOf(map: OptionMap, code: string): string {
  return isCodeOf(map, code) ? (map[code] ?? code) : code;
}
