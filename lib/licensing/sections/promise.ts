import type { Slot } from "@/lib/forms/definition";
import type { LicensingContext } from "../context";
import { isByCommitment } from "../procedures/materials";

/** 承诺制、自贸区的告知承诺书：每件申请一份，放在说明企业情况的页签上（决定十三）。 */
export const promiseSlot: Slot<LicensingContext> = {
  key: "PROMISE", label: "告知承诺书", template: "commitment-letter", aliases: ["承诺书"],
  visible: ({ context }) => isByCommitment(context.procedure),
};
