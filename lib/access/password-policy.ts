/** 密码策略的两套（decisions 26）：djbh3 按等级保护三级，asvs 重长度与常见弱密码、不强制更换。 */
export type PasswordProfile = "djbh3" | "asvs";

interface Policy {
  minLength: number;
  /** 大写、小写、数字、符号中至少几类。 */
  classes: number;
  /** 多少天后要求更换。 */
  maxAgeDays?: number;
  refusesCommon: boolean;
  hint: string;
}

const policies: Readonly<Record<PasswordProfile, Policy>> = {
  djbh3: { minLength: 8, classes: 3, maxAgeDays: 90, refusesCommon: false, hint: "至少 8 位，含大写字母、小写字母、数字、符号中的三类" },
  asvs: { minLength: 12, classes: 1, refusesCommon: true, hint: "至少 12 位，不用常见的词或连续的字符" },
};

const MAX_LENGTH = 128;
const classes = [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/];

/** 常被猜中的词根；去掉数字、符号与形近替换后比较。 */
const commonStems = new Set(
  "password passwd admin administrator root user guest login welcome letmein qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm iloveyou woaini woaiwojia dragon monkey master superman sunshine princess football baseball abc abcd abcdef abcdefg test demo secret changeme default system company mima wangyi taobao".split(" "),
);
const lookalikes: Readonly<Record<string, string>> = { "0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i" };

export const passwordHint = (profile: PasswordProfile): string => policies[profile].hint;

/** 新密码哪里不合要求；合的为 undefined。 */
export function judgePassword(profile: PasswordProfile, password: string, login: string): string | undefined {
  const policy = policies[profile];
  if (password.length > MAX_LENGTH) return `请把密码缩短到 ${MAX_LENGTH} 位以内`;
  const kinds = classes.filter((pattern) => pattern.test(password)).length;
  if (password.length < policy.minLength || kinds < policy.classes) return `请把密码设为${policy.hint}`;
  if (login.length >= 4 && password.toLowerCase().includes(login.toLowerCase())) return "请不要在密码中使用登录账号";
  return policy.refusesCommon && isCommon(password) ? "请换一个不常见的密码" : undefined;
}

/** 到了要更换的时候。 */
export function isPasswordDue(profile: PasswordProfile, ageDays: number): boolean {
  const { maxAgeDays } = policies[profile];
  return maxAgeDays !== undefined && ageDays >= maxAgeDays;
}

function isCommon(password: string): boolean {
  const lower = password.toLowerCase();
  const stem = lower.replace(/^[^a-z@$]+|[^a-z]+$/g, "");
  const plain = [...stem].map((character) => lookalikes[character] ?? character).join("").replace(/[^a-z]/g, "");
  return commonStems.has(plain) || commonStems.has(lower.replace(/[^a-z]/g, "")) || isMonotonous(lower);
}

/** 绝大部分是重复或连续的字符，如 123456789012、aaaaaaaaaaaa。 */
function isMonotonous(text: string): boolean {
  const steps = [...text].slice(1).map((character, index) => character.charCodeAt(0) - text.charCodeAt(index));
  return [-1, 0, 1].some((step) => steps.filter((one) => one === step).length >= steps.length * 0.75);
}
