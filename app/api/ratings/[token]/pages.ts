import { findRatingOption, getRatingLevel } from "@/lib/evaluation/options";
import type { PhoneClosed, PhoneClosedView, PhonePlace, PhoneThanksView, PhoneView } from "@/lib/evaluation/phone-page";
import { afterExpired, afterRevoked } from "@/lib/evaluation/code-words";
import { ratingWords, scoreWord } from "@/lib/evaluation/rating-words";
import { hotlineWords } from "@/lib/terms/portal";
import { formatChineseDate, shanghaiMoment } from "@/lib/workflow/iso-date";
import { formPage } from "./form-page";
import { escapeHtml, factsLine, icons, pageOf } from "./markup";
import type { StyleName } from "./style";

export interface Answer {
  status: number;
  style: StyleName;
  html: string;
  /** 多少秒之后可以再来。 */
  retryAfter?: number;
}

const statusOf: Record<PhoneClosed, number> = { unknown: 404, unfinished: 409, used: 410, expired: 410, revoked: 410 };

const closedWords: Record<PhoneClosed, (place?: PhonePlace) => [title: string, text: string]> = {
  unknown: () => ["没有找到这个二维码", "请核对扫的是不是评价二维码，或请受理窗口另给一个。"],
  unfinished: () => ["这件业务尚未办结", "办结之后再扫这个二维码，就可以评价。"],
  used: () => ["这次服务已经评价过了", "一次服务只能评价一次，谢谢您的意见。"],
  expired: (place) => ["二维码已过期", `有效期至${place ? formatChineseDate(place.expiresOn) : "昨天"}。${afterExpired(place?.kind ?? "visit")}`],
  revoked: (place) => ["二维码已撤销", afterRevoked(place?.kind ?? "visit")],
};

const factsOf = ({ title, number, officeName }: PhonePlace): string[] => [title, number ?? "", officeName].filter(Boolean);

/** 一句话的页面：为什么不能评，接下来怎么办。 */
export function messagePage(status: number, [title, text]: readonly [string, string], place?: PhonePlace): Answer {
  const main = `<h1>${escapeHtml(title)}${place ? factsLine(factsOf(place)) : ""}</h1><p class=m>${icons.alert}${escapeHtml(text)}</p><p>如需投诉，可拨打${hotlineWords}。</p>`;
  return { status, style: "plain", html: pageOf("plain", { title, main }) };
}

const closedPage = ({ because, place }: PhoneClosedView): Answer => messagePage(statusOf[because], closedWords[because](place), place);

function thanksPage({ place, level, options, text, phone, at }: PhoneThanksView): Answer {
  const { word, bad } = getRatingLevel(level);
  const reasons = options.map((code) => findRatingOption(code)?.text ?? code).join("、");
  const items: [string, string][] = [
    [ratingWords.level, `${word}（${scoreWord(level)}）`],
    ...(reasons ? [[bad ? ratingWords.reasons.bad : ratingWords.reasons.good, reasons] as [string, string]] : []),
    ...(text ? [[ratingWords.text, text] as [string, string]] : []),
    [ratingWords.phone, phone],
    ["提交时间", shanghaiMoment(at)],
  ];
  const list = items.map(([term, value]) => `<dt>${term}<dd>${escapeHtml(value)}`).join("");
  const title = "谢谢，评价已提交";
  const main = `<h1 class=g>${icons.tick}${title}${factsLine(factsOf(place))}</h1><dl>${list}</dl><p class=s>提交后不能修改。可以关闭本页。</p>`;
  return { status: 200, style: "plain", html: pageOf("plain", { title, main }) };
}

/** 服务的答复变成页面与状态码。 */
export function renderPhonePage(view: PhoneView): Answer {
  if (view.kind === "closed") return closedPage(view);
  if (view.kind === "thanks") return thanksPage(view);
  return formPage(view, factsLine(factsOf(view.place)));
}
