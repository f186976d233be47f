import { counterMatterWord } from "@/lib/terms/evaluation";
import { formatChineseDate, shanghaiDate } from "@/lib/workflow/iso-date";
import { codeSerial } from "./codes";
import { ratingLevels } from "./options";
import { RATING_PAUSE_DAYS, RATING_WINDOW_DAYS } from "./phone";

/** 海报所说的码：一次一评给服务点，一事一评给申请。 */
export interface PosterSubject {
  id: string;
  officeName: string;
  servicePoint: string | null;
  matter?: { number: string; business: string };
  expiresAt: Date;
  /** 二维码里的完整地址。 */
  url: string;
}

/** 海报上的字。 */
export interface PosterFace {
  title: string;
  office: string;
  place: string;
  placeNote: string;
  url: string;
  steps: readonly string[];
  levels: readonly string[];
  notes: readonly string[];
  foot: string;
}

/** 谁看得到什么：海报上一句说完；评价页上分写在各栏旁（rating-words）。 */
const ratingPrivacy = "手机号码加密保存，只用于核实和回访，被评价的单位和窗口看不到；姓名可以不填，公开时只显示姓氏。";

const steps = ["用微信、支付宝或手机浏览器扫码，不用登录，不用装软件", "选择满意程度，填写手机号码", "点“提交”"];

/** 一张海报上写什么。 */
export function posterFace({ id, officeName, servicePoint, matter, expiresAt, url }: PosterSubject): PosterFace {
  return {
    title: "请评价本次服务",
    office: officeName,
    place: matter ? matter.business : (servicePoint ?? ""),
    placeNote: matter ? `申请编号 ${matter.number}` : counterMatterWord,
    url,
    steps,
    levels: ratingLevels.map(({ word }) => word),
    notes: [
      "评价自愿，不满意也请直说，差评由专人核实、整改并答复。",
      ratingPrivacy,
      matter ? `本码只用于这一件申请，评价一次为止；办结之日起 ${RATING_WINDOW_DAYS} 天内有效。` : `同一手机号码 ${RATING_PAUSE_DAYS} 天内只能评价一次。`,
    ],
    foot: `有效期至 ${formatChineseDate(shanghaiDate(expiresAt))}　码号 ${codeSerial(id)}`,
  };
}

/** 下载文件名里的服务点或编号：去掉文件名里不能有的字。 */
export const posterFileName = (place: string, extension: string): string => `好差评二维码_${place.replace(/[\\/:*?"<>|\s]+/g, "_").slice(0, 60)}.${extension}`;

