import { textLike } from "./kind";

const tidy = (value: string): string => value.normalize("NFKC").replace(/[\s,]/g, "");

/** 六位小数里最小的一步；以它为下限就是「大于零」，对人也这样说。 */
const smallest = 0.000001;

function judgeRange(value: number, min: number | undefined, max: number | undefined): string | undefined {
  if (min !== undefined && value < min) return min === smallest ? "须大于 0" : `不得小于 ${min}`;
  return max !== undefined && value > max ? `不得大于 ${max}` : undefined;
}

export const integer = textLike({
  normalise: tidy,
  judge: (value, { min, max }) => (/^-?\d{1,12}$/.test(value) ? judgeRange(Number(value), min, max) : "请输入整数"),
});

/** 最多六位小数（注册资本的登记精度）。 */
export const decimal = textLike({
  normalise: tidy,
  judge: (value, { min, max }) =>
    /^-?\d{1,12}(\.\d{1,6})?$/.test(value) ? judgeRange(Number(value), min, max) : "请输入数字，最多六位小数",
});
