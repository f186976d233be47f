import { exportCaseStatistics } from "@/lib/services/review/export-statistics";
import { getCaseStatistics } from "@/lib/services/review/statistics";
import type { Expectation } from "./expectations";

const readers = { staff: ["secondReviewer", "signer", "administrator", "auditor"] as const };

/** 办理统计对谁开放。 */
export const statisticsExpectations: Readonly<Record<string, Expectation>> = {
  "review/statistics#getCaseStatistics": { open: readers, call: (actor) => getCaseStatistics(actor, {}) },
  "review/export-statistics#exportCaseStatistics": { open: readers, call: (actor) => exportCaseStatistics(actor, {}, "csv") },
};
