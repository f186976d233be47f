import { type ApplicationNatureCode, applicationNatures } from "@/lib/terms/application";
import { isCodeOf } from "@/lib/terms/option-map";

/** 许可证由哪件申请首次发出：申请性质与业务，旧案可能没有。 */
export interface LicenceOrigin {
  nature: string | null;
  business: string | null;
}

const byBusiness: Readonly<Record<string, ApplicationNatureCode>> = { division: "afterDivision", merger: "afterMerger" };

/** 首次发证的申请性质；没写的由发证的业务得出。 */
export function natureOfLicence({ nature, business }: LicenceOrigin): ApplicationNatureCode {
  return isCodeOf(applicationNatures, nature) ? nature : (byBusiness[business ?? ""] ?? "first");
}
