import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isAlive, ownMark } from "./process-mark.mjs";

function readMark(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function linkIfFree(draft, file) {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    return false;
  }
}

/** Clears a dead process's lock. Another one may have done so and locked meanwhile: then its lock goes back. */
function clearDead(file) {
  const grave = `${file}.dead.${process.pid}`;
  try {
    renameSync(file, grave);
  } catch (error) {
    if (error.code === "ENOENT") return;
    throw error;
  }
  if (isAlive(readMark(grave))) linkIfFree(grave, file);
  rmSync(grave, { force: true });
}

/**
 * Takes the lock file, or gives the mark of the living process that holds it. A lock whose process is gone is taken over.
 * The mark is complete before it is linked into place, so nobody ever reads half of it.
 */
export function tryLock(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(ownMark()));
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (linkIfFree(draft, file)) return { release: () => rmSync(file, { force: true }) };
      const holder = readMark(file);
      if (holder && isAlive(holder)) return { holder };
      clearDead(file);
    }
    return { holder: readMark(file) };
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Runs a task alone among all processes that name the same file. */
export async function withLock(file, task) {
  let lock = tryLock(file);
  while (!lock.release) {
    await pause(100);
    lock = tryLock(file);
  }
  try {
    return await task();
  } finally {
    lock.release();
  }
}
