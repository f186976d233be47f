import { builtActions, builtAddresses } from "./build";
import { faultOf } from "./answers";
import { type Fault, inLanes, tally } from "./fault";
import { hostileParts, shapelessWires, spoiltForms, spoiltWires } from "./hostile";
import { prepareServer, type Server } from "./server";
import { callAction, send } from "./visitor";
import { buildFaultWorld, type FaultWorld, fingerprint, type Person, universalInput } from "./world";

const LANES = 8;

/** A server and a world for the tests that only send requests; made once. */
let prepared: Promise<{ server: Server; world: FaultWorld }> | undefined;
export function worldBehindServer(): Promise<{ server: Server; world: FaultWorld }> {
  prepared ??= (async () => {
    const [server, world] = [await prepareServer({ name: "requests", env: { JOBS: "off" } }), await buildFaultWorld()];
    await server.start();
    return { server, world };
  })();
  return prepared;
}

export async function stopServer(): Promise<void> {
  await (await prepared)?.server.stop();
}

interface Shot {
  who: Person;
  name: string;
  fire: () => ReturnType<typeof send>;
}

/** Spoilt input comes from strangers, who may change nothing; shapeless input from everybody. */
function actionShots({ origin }: Server, world: FaultWorld, perAction: number): Shot[] {
  const [input, strangers] = [universalInput(world), world.people.filter(({ foreign, nationwide }) => foreign && !nationwide)];
  return builtActions().flatMap((action, index) => {
    const shotBy = (people: readonly Person[], headers: Record<string, string> = {}) => (wire: string, shot: number): Shot => {
      const who = people[(index + shot) % people.length] as Person;
      return { who, name: action.name, fire: () => callAction(origin, action, wire, { at: world.ids, origin, headers, ...(who.cookie ? { cookie: who.cookie } : {}) }) };
    };
    const forms = spoiltForms.flatMap(({ type, bodies }) => bodies.map((body, shot) => shotBy(world.people, { "content-type": type })(body, shot)));
    return [...forms, ...spoiltWires(input, Math.ceil(perAction * 0.7), index + 1).map(shotBy(strangers)), ...shapelessWires(input, Math.ceil(perAction * 0.3), index + 1).map(shotBy(world.people))];
  });
}

function addressShots({ origin }: Server, { people }: FaultWorld, parts: readonly string[]): Shot[] {
  const { pages, routes } = builtAddresses();
  return [...pages, ...routes].flatMap((pattern, index) =>
    parts.flatMap((part, shot) => {
      const who = people[(index + shot) % people.length] as Person;
      const address = `${origin}${pattern.replace(/\[+(?:\.\.\.)?[^\]]+\]+/g, part)}?q=${part}&after=${part}&cut=${part}&stage=${part}&from=${part}&to=${part}&page=${part}`;
      const cookie = who.cookie ? { cookie: who.cookie } : {};
      const body = { body: part, headers: { origin, "content-type": "application/json" } };
      return [
        { who, name: `GET ${pattern}`, fire: () => send(address, cookie) },
        // 不带脚本的表单交到每一页
        ...(pages.includes(pattern) ? spoiltForms.map(({ type, bodies: [form = ""] }) => ({ who, name: `POST ${pattern}`, fire: () => send(address, { method: "POST", ...cookie, body: form, headers: { origin, "content-type": type } }) })) : []),
        ...(routes.includes(pattern) ? ["POST", "PUT", "DELETE"].map((method) => ({ who, name: `${method} ${pattern}`, fire: () => send(address, { method, ...cookie, ...body }) })) : []),
      ];
    }),
  );
}

/** T7: malformed input to every server action and every address of the build. */
export const malformedInput: Fault = {
  id: "T7", what: "构建出的每个动作、每个地址收到各种坏的输入", target: "0 个 500，0 次泄露内部文字，0 行改动",
  async run(scale) {
    const { server, world } = await worldBehindServer();
    const shots = [...actionShots(server, world, scale.of(3, 100)), ...addressShots(server, world, hostileParts.slice(0, scale.of(2, hostileParts.length)))];
    const before = await fingerprint();
    const faults: string[] = [];
    await inLanes(LANES, shots, async ({ name, who, fire }) => {
      const fault = await fire().then(faultOf, (error: unknown) => String(error));
      if (fault) faults.push(`${name}（${who.name}）：${fault}`);
    });
    const after = await fingerprint();
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    if (faults.length + changed.length > 0) console.error(tally(faults), changed);
    return { figure: `${shots.length} 次：出错 ${faults.length}，改动的表 ${changed.length}`, pass: faults.length === 0 && changed.length === 0, detail: { requests: shots.length, actions: builtActions().length, faults: faults.length, changed: changed.join(" ") } };
  },
};
