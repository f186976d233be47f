import { readFileSync } from "node:fs";

/** State and start time of a process, so that neither a zombie nor a recycled number counts as alive. Linux only. */
function inspect(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = status.slice(status.lastIndexOf(")") + 2).split(" ");
    return { zombie: fields[0] === "Z", start: fields[19] };
  } catch {
    return { zombie: false, start: undefined };
  }
}

/** Identifies this process in a file: number and start time. */
export const ownMark = () => ({ pid: process.pid, start: inspect(process.pid).start });

/** Whether the process that left this mark is still running. */
export function isAlive(mark) {
  if (!mark?.pid) return false;
  try {
    process.kill(mark.pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  const { zombie, start } = inspect(mark.pid);
  return !zombie && (mark.start === undefined || mark.start === start);
}
