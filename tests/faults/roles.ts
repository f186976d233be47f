import { builtActions, builtAddresses, fillAddress } from "./build";
import { type Fault, inLanes } from "./fault";
import { type Audience, matrix } from "./matrix";
import { worldBehindServer } from "./requests";
import { answerIn, callAction, type Reply, send } from "./visitor";
import { type FaultWorld, type Person, universalInput } from "./world";

const LANES = 8;

/** An address or an action without a row, and a row without its address or action. */
function unlisted(): string[] {
  const { pages, routes } = builtAddresses();
  const built = [...pages, ...routes, ...builtActions().map(({ name }) => name)];
  return [...built.filter((name) => !(name in matrix)).map((name) => `没有写进矩阵：${name}`), ...Object.keys(matrix).filter((name) => !built.includes(name)).map((name) => `矩阵里多余：${name}`)];
}

/** Whether this side may come in at all. */
export const mayEnter = (audience: Audience, person: Person): boolean => audience === "public" || (audience === "signedIn" ? person.audience !== "public" : audience === person.audience);

/** Shown to the wrong side, or shown what only the owner and its office may read. */
function leakOf(name: string, audience: Audience, person: Person, reply: Reply, { secrets }: FaultWorld, isPage: boolean): string | undefined {
  const who = `${name}（${person.name}）`;
  if (!mayEnter(audience, person) && reply.status === 200 && (isPage || answerIn(reply.text)?.ok === true)) return `${who}：进得去`;
  if (!person.foreign || person.nationwide) return undefined;
  const told = secrets.find((secret) => reply.text.includes(secret));
  return told ? `${who}：看得到 ${told}` : undefined;
}

/** A short run asks for these; a full one for everybody. */
const few = ["公众", "别的企业", "审查岗", "外机构受理岗"];

/** T8: every address and action, called by everybody, with ids of an enterprise that is not theirs. */
export const everyRole: Fault = {
  id: "T8", what: "构建出的每一页、每个接口、每个动作 × 每种身份 × 别人的编号", target: "0 泄露，逐字段；没有一个不在矩阵里",
  async run(scale) {
    const { server, world } = await worldBehindServer();
    const people = scale.full ? world.people : world.people.filter(({ name }) => few.includes(name));
    const [wire, { pages, routes }] = [JSON.stringify([universalInput(world)]), builtAddresses()];
    const leaks = unlisted();
    let asked = 0;
    // The world's files have no bytes: its own people get a broken download. A stranger gets an answer, always.
    const look = async (name: string, person: Person, reply: Promise<Reply>, isPage: boolean): Promise<void> => {
      asked += 1;
      const brokenOff = (error: unknown) => (person.foreign ? `${name}（${person.name}）：${String(error)}` : undefined);
      const leak = await reply.then((answer) => leakOf(name, matrix[name] ?? "public", person, answer, world, isPage), brokenOff);
      if (leak) leaks.push(leak);
    };
    const strangers = people.filter((person) => person.foreign);
    await inLanes(LANES, [...pages, ...routes], async (address) => {
      const cookieOf = (person: Person) => (person.cookie ? { cookie: person.cookie } : {});
      for (const person of people) await look(address, person, send(server.origin + fillAddress(address, { ...world.ids, section: "technical-lead", business: "new-licence", stage: "intake", round: "1", table: "technicians" }), cookieOf(person)), pages.includes(address));
    });
    await inLanes(LANES, builtActions(), async (action) => {
      for (const person of strangers) await look(action.name, person, callAction(server.origin, action, wire, { at: world.ids, origin: server.origin, ...(person.cookie ? { cookie: person.cookie } : {}) }), false);
    });
    if (leaks.length > 0) console.error(leaks.slice(0, 80));
    return { figure: `${asked} 次：泄露或不在矩阵里 ${leaks.length}`, pass: leaks.length === 0, detail: { asked, people: people.length, leaks: leaks.length } };
  },
};
