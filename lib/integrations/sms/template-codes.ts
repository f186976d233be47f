/** 本系统的模板键 → 服务商报备的模板编号，如 verification=SMS_1001;notice=SMS_1002。 */
export type TemplateCodes = Readonly<Record<string, string>>;

export function readTemplateCodes(text: string): TemplateCodes {
  const pairs = text.split(";").map((pair) => pair.split("=").map((part) => part.trim()));
  return Object.fromEntries(pairs.filter(([key, code]) => key && code).map(([key, code]) => [key, code]));
}

/** notice.correction 没有单独配置时用 notice。 */
export function templateCode(codes: TemplateCodes, key: string): string | undefined {
  return codes[key] ?? codes[key.split(".")[0] ?? key];
}
