import { type BusinessCode, businesses } from "@/lib/terms/businesses";
import { isCodeOf } from "@/lib/terms/option-map";
import type { Business } from "../business";
import { cancellation } from "./cancellation";
import { division } from "./division";
import { merger } from "./merger";
import { newLicence } from "./new-licence";
import { personnelChange } from "./personnel-change";
import { registrationChange } from "./registration-change";
import { reissue } from "./reissue";
import { renewal } from "./renewal";
import { scopeChange } from "./scope-change";

/** 已经能办的业务；还没有的不出现在任何菜单里。 */
export const licensingBusinesses: Partial<Record<BusinessCode, Business>> = {
  "new-licence": newLicence,
  "registration-change": registrationChange,
  reissue,
  cancellation,
  "scope-change": scopeChange,
  renewal,
  "personnel-change": personnelChange,
  division,
  merger,
};

/** 地址栏或请求里的业务代码不可信，没有的为 undefined。 */
export function findBusiness(code: string): Business | undefined {
  return isCodeOf(businesses, code) ? licensingBusinesses[code] : undefined;
}

/** 库里的业务代码；没有声明的是坏数据。 */
export function getBusiness(code: string): Business {
  const business = findBusiness(code);
  if (!business) throw new Error(`no business ${code}`);
  return business;
}
