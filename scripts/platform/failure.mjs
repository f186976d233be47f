/** Something the person at the terminal can put right: shown as one sentence, in Chinese and English. */
export class Failure extends Error {
  constructor(chinese, english, exitCode = 1) {
    super(`${chinese}（${english}）`);
    this.exitCode = exitCode;
  }
}

/** Runs a script's main function; any failure becomes one line on stderr and a non-zero exit code. */
export async function runScript(main) {
  try {
    await main();
  } catch (error) {
    console.error(`✗ ${describeFailure(error)}`);
    process.exitCode = error?.exitCode ?? 1;
  }
}

export function describeFailure(error) {
  if (error instanceof Failure) return error.message;
  if (error?.code === "EACCES" || error?.code === "EPERM" || error?.code === "EROFS") {
    return new Failure(`没有读写 ${error.path ?? "数据目录"} 的权限，请检查其所有者和权限`, `no permission: ${error.message}`).message;
  }
  if (error?.code === "ENOSPC") return new Failure("磁盘空间不足", `disk full: ${error.message}`).message;
  return new Failure("启动时发生意外错误", String(error?.message ?? error).split("\n")[0]).message;
}

/** Refuses a Node older than Next.js can run on. */
export function requireNode(minimum = [20, 9]) {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > minimum[0] || (major === minimum[0] && minor >= minimum[1])) return;
  throw new Failure(`需要 Node.js ${minimum.join(".")} 或更高版本，当前是 ${process.versions.node}`, "Node.js is too old");
}
