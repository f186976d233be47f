import { LicencePicture } from "@/components/ui/LicencePicture";
import { Link } from "@/components/ui/Link";
import { Status, type StatusTone } from "@/components/ui/Status";
import { CERTIFICATE_TITLE } from "@/lib/licensing/licence/certificate";
import type { LicenceView } from "@/lib/licensing/licence-views";
import type { LicenceStateCode } from "@/lib/terms/states";
import { formatChineseDate } from "@/lib/workflow/iso-date";

export const toneOfLicence: Partial<Record<LicenceStateCode, StatusTone>> = { valid: "good", renewalPending: "warn", rectification: "warn" };

/** 「有效，还有 204 天」。 */
export const licenceStanding = ({ state, stateWord, daysLeft }: Pick<LicenceView, "state" | "stateWord" | "daysLeft">): string =>
  state === "valid" && daysLeft >= 0 ? `${stateWord}，还有 ${daysLeft} 天` : stateWord;

/** 持有的许可证：小图、有效状态、查看与下载。 */
export function HeldLicence({ licence }: { licence: LicenceView }) {
  const { current } = licence;
  return (
    <section aria-labelledby="held-licence">
      <h2 className="sr" id="held-licence">
        持有的许可证
      </h2>
      <LicencePicture
        title={CERTIFICATE_TITLE}
        items={[
          { term: "许可证编号", value: licence.number },
          { term: "类别和等级", value: licence.scopeText },
          { term: "法定代表人", value: current.legalRep },
          { term: "有效期限", value: `${formatChineseDate(licence.validFrom)}至${formatChineseDate(licence.validTo)}` },
        ]}
      />
      <p className="gh">
        <Status tone={toneOfLicence[licence.state] ?? "bad"}>{licenceStanding(licence)}</Status>
        <span className="links">
          <Link className="link" href={`/licences/${licence.id}`}>
            查看电子证照
          </Link>
          <a className="link" href={`/api/licences/${licence.number}/certificate`} download>
            下载<span className="sr">电子证照</span>
          </a>
        </span>
      </p>
    </section>
  );
}
