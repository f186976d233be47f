import type { EngagementKind } from "../people";

/** 入职时交的材料，沿用到后来的申请时放进哪一处：入职的材料 → 该页签（或该行）的材料。 */
export const carriedSlots: Readonly<Record<EngagementKind, Readonly<Record<string, string>>>> = {
  technicalLead: { PE_PHOTO: "TL_PHOTO", PE_ID: "TL_ID", PE_CERT: "TL_TITLE", PE_APPT: "TL_APPT", PE_SS: "TL_SS" },
  safetyLead: { PE_PHOTO: "SL_PHOTO", PE_ID: "SL_ID", PE_CERT: "SL_TITLE", PE_APPT: "SL_APPT", PE_SS: "SL_SS" },
  technician: { PE_CERT: "TE_TITLE", PE_SS: "TE_SS" },
  skilledWorker: { PE_CERT: "WORKER_CERT", PE_ID: "WORKER_ID", PE_SS: "WORKER_SS" },
};
