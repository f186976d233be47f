import * as z from "zod";
import type { ApplicationRecord } from "@/lib/data/applications";
import type { Db } from "@/lib/data/client";
import { getBusiness } from "@/lib/licensing/businesses";
import type { LicensingContext } from "@/lib/licensing/context";
import { type EffectWords, effectsInWords } from "@/lib/licensing/effect-words";
import { contextOf } from "@/lib/services/applications/application-context";
import { engagedPeople, liveFacts } from "@/lib/services/applications/business-facts";

/** 此刻的事实，连同申请人的在册人员。 */
export async function presentContext(database: Db, record: ApplicationRecord): Promise<LicensingContext> {
  const facts = await liveFacts(database, record);
  return contextOf(record, { ...facts, people: facts.people ?? (await engagedPeople(database, record.enterpriseId)) });
}

/** 这时签发会怎样，逐家逐句。 */
export function effectsNow({ business }: Pick<ApplicationRecord, "business">, context: LicensingContext): EffectWords[] {
  return effectsInWords(getBusiness(business).effects(context), context);
}

const Words = z.array(z.object({ uscc: z.string(), name: z.string(), lines: z.array(z.string()) }));

/** 冻结在快照、经过里的话；从前的没有。 */
export function effectsIn(json: unknown): EffectWords[] {
  return Words.catch([]).parse(json);
}

const Detail = z.looseObject({ effects: z.unknown().optional() });

/** 签发时写进经过的话：以后再看，仍是当时实际发生的。 */
export function effectsWhenGranted(events: readonly { action: string; detail: unknown }[]): EffectWords[] {
  const parsed = Detail.safeParse(events.find(({ action }) => action === "grant")?.detail);
  return parsed.success ? effectsIn(parsed.data.effects) : [];
}

const Party = z.looseObject({ uscc: z.string(), people: z.looseObject({ moving: z.array(z.string()) }).optional() });
type FrozenParty = Pick<z.infer<typeof Party>, "uscc" | "people">;

/** 冻结的那一轮里的话，与从另一方转来的人。 */
const Snapshot = z.looseObject({ facts: z.looseObject({ parties: z.array(Party).optional() }).optional(), effects: z.unknown().optional() });

export function frozenEffects(snapshot: unknown): { parties: FrozenParty[]; effects: EffectWords[] } | undefined {
  const parsed = Snapshot.safeParse(snapshot);
  return parsed.success ? { parties: parsed.data.facts?.parties ?? [], effects: effectsIn(parsed.data.effects) } : undefined;
}
