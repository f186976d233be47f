/** 正文含验证码或链接的模板：外发后不留正文。 */
export const secretTemplates: ReadonlySet<string> = new Set(["verification", "invitation"]);

export const maskedBody = "（已外发，内容不留存）";

/** 几分钟就失效的：没发成也不重发，请本人另取一个。 */
export const isExpiring = (template: string): boolean => template.split(".")[0] === "verification";
