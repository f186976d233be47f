// node tests/faults/radosgw.mjs: the storage contract against a real S3 service, Ceph's radosgw with one monitor and one OSD
// in memory. Needs Debian's radosgw, ceph-mon and ceph-osd (apt install --no-install-recommends, 61 MB) and root.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Failure, runScript } from "../../scripts/platform/failure.mjs";
import { inProject } from "../../scripts/platform/locations.mjs";
import { startProgram, withSession } from "../../scripts/platform/session.mjs";

const programs = ["radosgw", "radosgw-admin", "ceph-mon", "ceph-osd", "ceph-authtool", "monmaptool"];
const fsid = "5c2a1b7e-0d3f-4f43-9c61-0a5e8d7b6c10";

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

function requirePrograms() {
  const missing = programs.filter((name) => spawnSync("which", [name]).status !== 0);
  if (missing.length > 0) throw new Failure(`没有装 ${missing.join("、")}`, "install Debian's radosgw, ceph-mon and ceph-osd");
}

/** Everything Ceph needs to know, for one machine and in memory. radosgw does not start without cephx. */
const configuration = (folder, mon, rgw) => `[global]
fsid = ${fsid}
mon host = v2:127.0.0.1:${mon}
mon initial members = a
public addr = 127.0.0.1
auth cluster required = cephx
auth service required = cephx
auth client required = cephx
keyring = ${folder}/keyring
run dir = ${folder}
log file = ${folder}/$name.log
admin socket = ${folder}/$name.asok
pid file = ${folder}/$name.pid
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 2
osd pool default pgp num = 2
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
osd objectstore = memstore
memstore device bytes = 1073741824
mon allow pool size one = true
mon osd full ratio = .99
mon data = ${folder}/mon
mon data avail crit = 1
mon data avail warn = 2
osd data = ${folder}/osd
rgw frontends = beast endpoint=127.0.0.1:${rgw}
rgw dns name = 127.0.0.1
rgw thread pool size = 16
`;

/** Keys, map and data folders of a new cluster. */
function createCluster(folder, run, mon) {
  const keyring = path.join(folder, "keyring");
  run("ceph-authtool", "--create-keyring", keyring, "--gen-key", "-n", "mon.", "--cap", "mon", "allow *");
  run("ceph-authtool", keyring, "--gen-key", "-n", "client.admin", "--cap", "mon", "allow *", "--cap", "osd", "allow *", "--cap", "mgr", "allow *");
  run("ceph-authtool", keyring, "--gen-key", "-n", "osd.0", "--cap", "mon", "allow profile osd", "--cap", "osd", "allow *");
  const map = path.join(folder, "monmap");
  run("monmaptool", "--create", "--addv", "a", `[v2:127.0.0.1:${mon}]`, "--fsid", fsid, map);
  for (const place of ["mon", "osd"]) mkdirSync(path.join(folder, place));
  run("ceph-mon", "--mkfs", "-i", "a", "--monmap", map, "--keyring", keyring);
}

/** Starts monitor, OSD and gateway in this order; gives the gateway's address. */
async function startCeph(session, folder) {
  const [mon, rgw] = [await freePort(), await freePort()];
  const file = path.join(folder, "ceph.conf");
  writeFileSync(file, configuration(folder, mon, rgw));
  const run = (program, ...parameters) => execFileSync(program, [...parameters, "-c", file], { stdio: ["ignore", "pipe", "pipe"], encoding: "utf8", timeout: 60_000 });
  const stay = (program, ...parameters) => {
    const child = spawn(program, [...parameters, "-c", file, "-f"], { stdio: "ignore" });
    session.defer(() => new Promise((resolve) => (child.exitCode === null && child.kill("SIGKILL") ? child.once("close", resolve) : resolve())));
  };
  createCluster(folder, run, mon);
  stay("ceph-mon", "-i", "a");
  const uuid = "8a1d3f3e-93c2-4a7e-8b0c-2b3a5d6e7f80";
  await retry(() => run("ceph", "osd", "new", uuid));
  run("ceph-osd", "-i", "0", "--mkfs", "--osd-uuid", uuid);
  stay("ceph-osd", "-i", "0");
  stay("radosgw", "-n", "client.admin");
  const endpoint = `http://127.0.0.1:${rgw}`;
  await retry(() => fetch(endpoint), 90);
  return { endpoint, run };
}

async function retry(attempt, seconds = 30) {
  for (let left = seconds * 2; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 0) throw error;
      await pause(500);
    }
  }
}

async function createBucket(settings) {
  const { AwsClient } = await import("aws4fetch");
  const client = new AwsClient({ accessKeyId: settings.S3_ACCESS_KEY_ID, secretAccessKey: settings.S3_SECRET_ACCESS_KEY, service: "s3", region: settings.S3_REGION });
  const made = await client.fetch(`${settings.S3_ENDPOINT}/${settings.S3_BUCKET}`, { method: "PUT" });
  if (!made.ok) throw new Failure("无法建桶", `creating the bucket was answered ${made.status}`);
}

await runScript(async () => {
  requirePrograms();
  await withSession(async (session) => {
    const folder = mkdtempSync(path.join(tmpdir(), "ceph-"));
    session.defer(() => rmSync(folder, { recursive: true, force: true }));
    const began = Date.now();
    const { endpoint, run } = await startCeph(session, folder);
    const keys = { S3_ACCESS_KEY_ID: "AKCONTRACT", S3_SECRET_ACCESS_KEY: "contract/secret+key" };
    run("radosgw-admin", "user", "create", "--uid=contract", "--display-name=contract", `--access-key=${keys.S3_ACCESS_KEY_ID}`, `--secret-key=${keys.S3_SECRET_ACCESS_KEY}`);
    const settings = { ...keys, S3_ENDPOINT: endpoint, S3_BUCKET: "portal", S3_REGION: "us-east-1", S3_FORCE_PATH_STYLE: "1" };
    await createBucket(settings);
    const version = spawnSync("radosgw", ["--version"], { encoding: "utf8" }).stdout.trim();
    console.log(`· ${version}，${Date.now() - began} ms 起好`);
    const tests = [inProject("node_modules/vitest/vitest.mjs"), "run", "--project", "unit", "--reporter=verbose", inProject("tests/unit/integrations/storage/contract.test.ts")];
    const { code } = await startProgram(session, process.execPath, tests, { env: { ...process.env, ...settings, S3_TEST_SERVER: version } }).exited;
    process.exitCode = code;
  });
});
