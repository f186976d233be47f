import { randomUUID } from "node:crypto";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/refusal";
import { root } from "@/tests/architecture/source-file";
import { freshDatabase } from "../database";
import { ownDataFolder } from "../attachments/fixtures";
import { actorServices, reachableServices } from "./surface";
import type { Person, World } from "./world";

await freshDatabase();
ownDataFolder("authorisation");
const { buildWorld, fingerprint } = await import("./world");
const { expectations, inner, withoutActor } = await import("./expectations");
type Expectation = (typeof expectations)[string];

type Answer = "passes" | "unauthenticated" | "forbidden" | "notFound";

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});

/** 过了权限这一关的：办成，或因内容、状态被拒。 */
async function ask(call: () => Promise<unknown>): Promise<{ answer: Answer; said: string }> {
  try {
    return { answer: "passes", said: JSON.stringify(await call()) ?? "" };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const denied = error.code === "unauthenticated" || error.code === "forbidden" || error.code === "notFound";
    return { answer: denied ? (error.code as Answer) : "passes", said: JSON.stringify([error.message, error.fields, error.issues]) };
  }
}

function expected({ open, record, acrossOffices }: Expectation, person: Person): Answer {
  if (person.audience === "public") return open.public ? "passes" : "unauthenticated";
  const roles: readonly string[] = (person.audience === "enterprise" ? open.enterprise : open.staff) ?? [];
  if (!roles.includes(person.role)) return "forbidden";
  return record && !person.own && !acrossOffices ? "notFound" : "passes";
}

/** 角色不符又问的是别家的：说「没有权限」或「没有找到」都不泄露。 */
const isRefusedAs = (wanted: Answer, given: Answer, person: Person): boolean => given === wanted || (wanted === "forbidden" && given === "notFound" && !person.own);

const named = Object.entries(expectations);
const jobs = actorServices().filter((name) => name.startsWith("jobs/"));

describe("T8 每个服务 × 每种身份", () => {
  it("P-1-04 每个收身份的服务都在期望表里，够得着的都有交代", () => {
    const known = new Set([...Object.keys(expectations), ...Object.keys(inner), ...jobs]);
    expect(actorServices().filter((name) => !known.has(name)), "写进 expectations.ts 再提交").toEqual([]);
    const explained = new Set([...known, ...Object.keys(withoutActor)]);
    expect(reachableServices().filter((name) => !explained.has(name)), "不收身份的要说明为什么").toEqual([]);
    const existing = new Set([...actorServices(), ...reachableServices()]);
    expect([...explained].filter((name) => !existing.has(name)), "表里多出来的").toEqual([]);
  });

  it.each(named)("P-1-04 %s：不许的一律拒绝，什么都不变，什么都不泄露", async (_name, expectation) => {
    const id = (await expectation.record?.(world)) ?? "";
    const denied = world.people.filter((person) => expected(expectation, person) !== "passes");
    const before = await fingerprint();
    const wrong: string[] = [];
    for (const person of denied) {
      const { answer, said } = await ask(() => expectation.call(person.actor, id, world));
      if (!isRefusedAs(expected(expectation, person), answer, person)) wrong.push(`${person.name}: ${answer}, not ${expected(expectation, person)}`);
      if (answer === "notFound" && (await ask(() => expectation.call(person.actor, randomUUID(), world))).said !== said) wrong.push(`${person.name} can tell a foreign record from an absent one`);
      wrong.push(...world.secrets.filter((secret) => said.includes(secret)).map((secret) => `${person.name} was told ${secret}`));
    }
    expect(wrong).toEqual([]);
    expect(await fingerprint(), "被拒的请求改了数据").toBe(before);
  });

  it.each(named)("P-1-04 %s：许的都过得了权限这一关，别家只见自己的，没有的答没有找到", async (_name, expectation) => {
    const wrong: string[] = [];
    for (const person of world.people.filter((one) => expected(expectation, one) === "passes")) {
      const id = (await expectation.record?.(world)) ?? "";
      const { answer, said } = await ask(() => expectation.call(person.actor, id, world));
      const isTokenMissing = _name.endsWith("#acceptInvitation") && answer === "notFound";
      if (answer !== "passes" && !isTokenMissing) wrong.push(`${person.name}: ${answer}`);
      if (!person.own && !expectation.acrossOffices) wrong.push(...world.secrets.filter((secret) => said.includes(secret)).map((secret) => `${person.name} was told ${secret}`));
      if (!expectation.record) continue;
      const absent = await ask(() => expectation.call(person.actor, randomUUID(), world));
      if (absent.answer !== "notFound") wrong.push(`${person.name} asking for what is not there: ${absent.answer}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(jobs)("P-1-04 %s：只有系统自己能做，任何账号都不行", async (name) => {
    const [service = "", work = ""] = name.split("#");
    const subject = (await import(path.join(root, "lib/services", `${service}.ts`))) as Record<string, (actor: Actor) => unknown>;
    const before = await fingerprint();
    for (const { actor } of world.people) expect((await ask(async () => subject[work]?.(actor))).answer).toBe("forbidden");
    expect(await fingerprint()).toBe(before);
  });
});
