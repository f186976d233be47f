import type { OptionMap } from "./option-map";

/** How binding a reviewer's remark is. */
export const remarkLevels = {
  must: "必须修改",
  hint: "提示",
} as const satisfies OptionMap;

export type RemarkLevelCode = keyof typeof remarkLevels;

/** Whose a phrase for remarks is. */
export const phraseScopes = {
  own: "本人的",
  office: "本机构的",
} as const satisfies OptionMap;

export type PhraseScope = keyof typeof phraseScopes;
