import { importCreditRecords, listCreditRecords, saveCreditRecord } from "@/lib/services/credit/credit-register";
import { findKnownCredit } from "@/lib/services/credit/known-credit";
import { listProcedures, requireProcedure } from "@/lib/services/credit/list-procedures";
import { listRestrictions, recordBar, revokeRestriction } from "@/lib/services/credit/restrictions";
import { addPilotArea, listPilotAreas, removePilotArea } from "@/lib/services/credit/pilot-areas";
import { codesOf } from "@/lib/terms/option-map";
import { enterpriseRoles } from "@/lib/terms/roles";
import type { Expectation } from "./expectations";
import { newPilotArea, newUpgradeBar } from "./world";

const applicant = { enterprise: codesOf(enterpriseRoles) };
const administrator = { open: { staff: ["administrator"] as const }, acrossOffices: true as const };

export const creditExpectations: Record<string, Expectation> = {
  "credit/credit-register#importCreditRecords": { ...administrator, call: (actor) => importCreditRecords(actor, { file: Buffer.from("统一社会信用代码,信用等级"), apply: true }) },
  "credit/credit-register#listCreditRecords": { ...administrator, call: (actor) => listCreditRecords(actor, { q: "沈阳" }) },
  "credit/credit-register#saveCreditRecord": {
    ...administrator,
    call: (actor) => saveCreditRecord(actor, { uscc: "91210102XFAKE501XR", version: null, grade: "good", pilotZone: false, commitmentRegion: false, deferralDefaults: "" }),
  },
  "credit/known-credit#findKnownCredit": { open: applicant, call: (actor) => findKnownCredit(actor) },
  "credit/list-procedures#listProcedures": { open: applicant, call: (actor) => listProcedures(actor, { business: "new-licence" }) },
  "credit/list-procedures#requireProcedure": { open: applicant, call: (actor) => requireProcedure(actor, "new-licence", "commitment") },
  "credit/restrictions#listRestrictions": { ...administrator, call: (actor) => listRestrictions(actor, { q: "沈阳" }) },
  "credit/restrictions#recordBar": {
    ...administrator,
    call: (actor) => recordBar(actor, { uscc: "91210102XFAKE501XR", event: "quality", occurredOn: "2026-11-01", note: "行政处罚决定书3号" }),
  },
  "credit/restrictions#revokeRestriction": { ...administrator, record: newUpgradeBar, call: (actor, id) => revokeRestriction(actor, { id, reason: "登记到了别的企业" }) },
  "credit/pilot-areas#addPilotArea": { ...administrator, call: (actor) => addPilotArea(actor, { kind: "commitment", region: "辽宁省" }) },
  "credit/pilot-areas#listPilotAreas": { ...administrator, call: (actor) => listPilotAreas(actor) },
  "credit/pilot-areas#removePilotArea": { ...administrator, record: newPilotArea, call: (actor, id) => removePilotArea(actor, { id }) },
};
