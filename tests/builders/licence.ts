import type { LicenceFacts } from "@/lib/licensing/context";
import { enterpriseFacts } from "./new-licence";

/** 一件有效的许可证：承装四级、承试五级，2020 年标准。 */
export function heldLicence(changes: Partial<LicenceFacts> = {}): LicenceFacts {
  return {
    licenceId: "0192f0c4-0000-7000-8000-000000000001", number: "2-1-00042-2023", ruleSetId: "NDRC-36-2020",
    items: [{ category: "installation", level: "4" }, { category: "testing", level: "5" }], scopeText: "承装四级、承试五级", holderName: enterpriseFacts().unitName ?? "",
    issuedOn: "2023-06-16", validFrom: "2023-06-16", validTo: "2029-06-15", nature: "first", ...changes,
  };
}
