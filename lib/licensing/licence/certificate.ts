import { formatChineseDate } from "@/lib/terms/dates";
import { getRuleSet } from "../rule-sets";
import { type CategoryLevel, certificateScopeWords } from "./scope";

/** 证面内容：屏幕上的图、下载的 PDF、手机上的清单共用这一份。 */
export interface CertificateFace {
  title: string;
  copy: "正本" | "副本";
  number: string;
  lines: { label: string; value: string }[];
  issuer: string;
  issuedOn: string;
  footnotes: string[];
  verifyUrl: string;
}

/** 证面取自许可证的现行版次。 */
export interface CertificateVersion {
  number: string;
  holderName: string;
  domicile: string;
  legalRep: string;
  items: readonly CategoryLevel[];
  ruleSetId: string;
  validFrom: string;
  validTo: string;
  issuedOn: string;
  officeName: string;
}

export const CERTIFICATE_TITLE = "承装（修、试）电力设施许可证";

/** 依据：《承装（修、试）电力设施许可证管理办法》许可证样式（单位名称、住所、法定代表人、类别和等级、编号、有效期、发证机关）。 */
export function certificateFace(version: CertificateVersion, copy: CertificateFace["copy"], verifyUrl: string): CertificateFace {
  const ruleSet = getRuleSet(version.ruleSetId);
  return {
    title: CERTIFICATE_TITLE,
    copy,
    number: version.number,
    lines: [
      { label: "单位名称", value: version.holderName },
      { label: "住所", value: version.domicile },
      { label: "法定代表人", value: version.legalRep },
      { label: "许可类别和等级", value: certificateScopeWords(version.items, ruleSet) },
      { label: "有效期限", value: `自${formatChineseDate(version.validFrom)}始至${formatChineseDate(version.validTo)}止` },
    ],
    issuer: version.officeName,
    issuedOn: formatChineseDate(version.issuedOn),
    footnotes: [
      `本证依据《承装（修、试）电力设施许可证管理办法》颁发。等级标准：${ruleSet.title}。`,
      "查验：扫描二维码，或在许可证查验页输入许可证编号。",
      "电子证照与纸质证书具有同等效力；不得涂改、倒卖、出租、出借。",
    ],
    verifyUrl,
  };
}
