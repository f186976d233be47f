import type { LicenceRecord as StoredLicence } from "@/lib/data/licences";
import type { LicenceEnding, LicenceRecord } from "@/lib/licensing/licence/state";
import type { LicenceVersionView } from "@/lib/licensing/licence-views";
import { findLevel, getRuleSet } from "@/lib/licensing/rule-sets";
import { categories } from "@/lib/terms/categories";
import { wordOf } from "@/lib/terms/option-map";
import { shanghaiDate } from "@/lib/workflow/iso-date";

/** 库里许可证终止的写法 → 四种不同的终止。 */
const endings: Readonly<Record<string, LicenceEnding>> = {
  cancelled: "deregistered",
  revoked: "revoked",
  retracted: "retracted",
  withdrawn: "withdrawnAsPenalty",
};

type Version = StoredLicence["versions"][number];

/** 判断许可证某日状态所需的记录。 */
export function recordOf(licence: { state: string; underRectification: boolean }, version: Pick<Version, "validFrom" | "validTo">, renewal?: Date): LicenceRecord {
  const ending = endings[licence.state];
  return {
    validFrom: version.validFrom,
    validTo: version.validTo,
    underRectification: licence.underRectification,
    ...(ending ? { ending } : {}),
    ...(renewal ? { renewalSubmittedOn: shanghaiDate(renewal) } : {}),
  };
}

/** 一版证面的文字；许可范围取自它自己的条件标准。 */
export function versionView(version: Version): LicenceVersionView {
  const ruleSet = getRuleSet(version.ruleSetId);
  const items = (version.items as { category: string; level: string }[]).map(({ category, level }) => {
    const rule = findLevel(ruleSet, level);
    const kv = rule?.maxVoltageKv.value;
    return { category, level, word: `${wordOf(categories, category)}${rule?.word ?? level}`, range: typeof kv === "number" ? `${kv}千伏及以下` : "各电压等级" };
  });
  const { scopeText, holderName, uscc, domicile, legalRep, issuedOn, validFrom, validTo, officeName, reason, ruleSetId } = version;
  return { version: version.version, reason, ruleSetId, ruleSetTitle: ruleSet.title, items, scopeText, holderName, uscc, domicile, legalRep, issuedOn, validFrom, validTo, officeName };
}
