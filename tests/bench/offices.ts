import { db } from "@/lib/data/client";
import { offices } from "@/lib/licensing/offices";

/** Every benchmark may be the first of its run. */
export async function ensureOffices(): Promise<void> {
  await db().office.createMany({ data: offices.map(({ code, name, regionDigit, officeDigit }) => ({ code, name, regionDigit, officeDigit })), skipDuplicates: true });
}
