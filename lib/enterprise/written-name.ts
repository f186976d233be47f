/** 姓名里会有的：文字、数字、间隔号、连字符、撇号、括号与空格。 */
export const writtenName = /^[\p{L}\p{M}\p{N}·•．.\-－'’()（） ]+$/u;

export const oddName = "请核对姓名，不能有尖括号等符号";

/** 登记信息里的姓名哪里不对；空着的另有「未填写」。 */
export const faultInName = (name: string): string | undefined => (writtenName.test(name.trim()) ? undefined : oddName);
