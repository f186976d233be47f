import { type RatingLevelRule, ratingLevels } from "@/lib/evaluation/options";
import type { PhoneDraft, PhoneField, PhoneFormView, PhoneRetry } from "@/lib/evaluation/phone-page";
import { fromMoment, takenWords } from "@/lib/evaluation/rating-times";
import { ratingWords, scoreWord } from "@/lib/evaluation/rating-words";
import { formatChineseDate } from "@/lib/workflow/iso-date";
import { escapeHtml, pageOf } from "./markup";
import type { Answer } from "./pages";

type Errors = NonNullable<PhoneFormView["errors"]>;

const required = "<i>*</i>";
const kindOf = ({ bad }: RatingLevelRule): "good" | "bad" => (bad ? "bad" : "good");

/** 出错的一句在字段旁；编号供 aria-describedby。 */
const errorBeside = (field: PhoneField, errors: Errors): string => (errors[field] ? `<p class=x id=e-${field}>${escapeHtml(errors[field])}</p>` : "");

/** 五级与各级的详情；errors 里 options 的一句放在所选等级的一组里。 */
function choices(errors: Errors, draft?: PhoneDraft): string {
  const chosen = (rule: RatingLevelRule): boolean => draft?.level === String(rule.level);
  const radios = ratingLevels.map(
    (rule) => `<input type=radio name=level id=l${rule.level} value=${rule.level} required${chosen(rule) ? " checked" : ""}><label for=l${rule.level}>${rule.word}<small>${scoreWord(rule.level)}</small></label>`,
  );
  const ticked = new Set(draft?.options);
  const groups = ratingLevels.map((rule) => {
    const { level, options } = rule;
    const boxes = options.map(({ code, text }) => `<label><input type=checkbox name=o value=${code}${ticked.has(code) ? " checked" : ""}>${text}</label>`).join("");
    const error = chosen(rule) ? errorBeside("options", errors) : "";
    return `<fieldset id=w${level}><legend>${ratingWords.reasons[kindOf(rule)]} <small>${ratingWords.reasonsNote[kindOf(rule)]}</small></legend>${error}${boxes}</fieldset>`;
  });
  return `<fieldset><legend>${ratingWords.level} ${required}</legend>${errorBeside("level", errors)}${radios.join("")}${groups.join("")}</fieldset>`;
}

const again: Record<PhoneRetry, string> = {
  tooFast: "提交得太快了。请看一遍填写的内容，再点一次【提交】。",
  stale: "这一页打开得太久了，填写的内容都在。请再点一次【提交】。",
  trap: "填写的内容都在。请再点一次【提交】。",
  busy: "现在评价的人较多，填写的内容都在。请过一会儿再点一次【提交】。",
  used: "这一页刚才已经提交过一次评价。要再评一次的，请核对内容后点【提交】。",
};

/** 页首的一段：要改的逐条连到字段，或请再点一次、过一会儿再来。 */
function notice({ again: retry, from }: PhoneFormView, errors: Errors, draft: PhoneDraft): string {
  const fields = (["level", "options", "text", "phone", "name"] as const).filter((field) => errors[field]);
  const anchors: Record<PhoneField, string> = { level: "l5", options: `w${ratingLevels.find(({ level }) => String(level) === draft.level)?.level ?? 5}`, text: "text", phone: "phone", name: "name" };
  if (fields.length > 0) {
    const links = fields.map((field) => `<a href=#${anchors[field]}>${escapeHtml(errors[field] ?? "")}</a>`).join("");
    return `<div class="m x" tabindex=-1 autofocus><b>有 ${fields.length} 处需要修改</b>${links}</div>`;
  }
  const text = retry ? again[retry] : from && `现在提交的人较多，请在${fromMoment(from.at)}之后再点【提交】，填写的内容都在。`;
  return text ? `<p class=m tabindex=-1 autofocus>${text}</p>` : "";
}

/** 标签包着说明与控件，读屏时一并念出，不必另编号；出错的一句在后面。 */
function field(name: "text" | "phone" | "name", errors: Errors, { note, help, control }: { note: string; help: string; control: (attributes: string) => string }): string {
  const described = errors[name] ? ` aria-describedby=e-${name} aria-invalid=true` : "";
  return `<div><label>${ratingWords[name]}${note}<small>${help}</small>${control(`class=t id=${name} name=${name}${described}`)}</label>${errorBeside(name, errors)}</div>`;
}

const optional = "（选填）";
const valueOf = (value: string | undefined): string => (value ? ` value="${escapeHtml(value)}"` : "");

const honeypot = "<div class=p aria-hidden=true><label>请留空<input name=site tabindex=-1 autocomplete=off></label></div>";

/** 等级以外的几栏。 */
const fieldsOf = (errors: Errors, draft?: PhoneDraft): string =>
  field("text", errors, { note: optional, help: ratingWords.textHelp, control: (attributes) => `<textarea rows=3 ${attributes}>\n${escapeHtml(draft?.text ?? "")}</textarea>` }) +
  field("phone", errors, { note: ` ${required}`, help: ratingWords.phoneHelp, control: (attributes) => `<input ${attributes} type=tel autocomplete=tel required${valueOf(draft?.phone)}>` }) +
  field("name", errors, { note: optional, help: ratingWords.nameHelp, control: (attributes) => `<input ${attributes} autocomplete=name${valueOf(draft?.name)}>` });

/** 刚打开的页面，表单以内、按钮以前总是一样的。 */
const untouched = choices({}) + fieldsOf({}) + honeypot;

const retryStatus: Record<PhoneRetry, number> = { tooFast: 422, stale: 422, trap: 422, used: 409, busy: 503 };
const statusOf = ({ from, errors, again: retry }: PhoneFormView): number => (from ? 429 : errors ? 422 : retry ? retryStatus[retry] : 200);

/** 填写的页面：第一次打开，与没有提交成、填的都放回来的。 */
export function formPage(view: PhoneFormView, facts: string): Answer {
  const { draft, from, place } = view;
  const isTaken = from?.reason === "phoneTaken";
  const errors: Errors = { ...view.errors, ...(isTaken ? { phone: takenWords(from.at) } : {}) };
  const fields = draft ? choices(errors, draft) + fieldsOf(errors, draft) + honeypot : untouched;
  const notes = `${required} ${ratingWords.required}。${isTaken ? `二维码有效期至${formatChineseDate(place.expiresOn)}` : ratingWords.voluntary}。`;
  const main = `<h1>请评价这次服务${facts}</h1>${draft ? notice(view, errors, draft) : ""}<form method=post novalidate>${fields}<button name=form value=${view.form}>提交</button><p class=s>${notes}</p></form>`;
  const title = Object.keys(errors).length > 0 ? "错误：服务评价" : "服务评价";
  return { status: statusOf(view), style: "form", html: pageOf("form", { title, main }), ...(from ? { retryAfter: from.seconds } : {}) };
}
