import { describe, expect, it } from "vitest";
import { hasSpecialProcedures, offersFor, type CreditStanding } from "@/lib/licensing/procedures/offers";
import { licensingBusinesses } from "@/lib/licensing/businesses";

const everywhere: CreditStanding = { today: "2026-11-22", grade: "good", pilotZone: true, commitmentRegion: true, deferralDefaults: [], restrictions: [] };
const letters = { conditionalAcceptance: "DEFER", commitment: "PROMISE", freeTradeZone: "PROMISE" } as const;

describe("各业务的承诺书", () => {
  it.each(Object.values(licensingBusinesses).filter(({ code }) => hasSpecialProcedures(code)))("$code 的每一种办理方式都有它要交的承诺书（决定十三），恰好一处", ({ code, sections }) => {
    const slots = sections.flatMap((section) => section.slots.map(({ key }) => key));
    for (const procedure of offersFor(code, everywhere)) expect(slots.filter((key) => key === letters[procedure]), procedure).toHaveLength(1);
  });
});
