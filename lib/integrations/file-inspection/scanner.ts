import net from "node:net";
import { hasEicar } from "./eicar";

export type ScanVerdict = { verdict: "clean" } | { verdict: "infected"; name: string } | { verdict: "unscanned"; reason: string };

/** 病毒扫描：clamd 是真的扫描程序，内置的只认试验样本。 */
export interface FileScanner {
  /** 系统设置里的说法。 */
  readonly label: string;
  readonly isVirusScanner: boolean;
  scan(bytes: Buffer): Promise<ScanVerdict>;
}

/** 没有配置 clamd 时：只查结构、宏与 EICAR 试验样本。 */
export const embeddedScanner: FileScanner = {
  label: "本地演示环境：只核对文件结构、宏和试验样本，不是病毒扫描程序",
  isVirusScanner: false,
  scan: async (bytes) => (hasEicar(bytes) ? { verdict: "infected", name: "EICAR" } : { verdict: "clean" }),
};

const CHUNK = 64 * 1024;

/** clamd 的 INSTREAM 协议：四字节大端长度加内容，零长度收尾。答不出「OK」的都不算查过。 */
export class ClamdScanner implements FileScanner {
  readonly label: string;
  readonly isVirusScanner = true;
  readonly #at: { host: string; port: number };
  readonly #timeout: number;

  constructor(host: string, port: number, timeoutMs = 20_000) {
    this.#at = { host, port };
    this.#timeout = timeoutMs;
    this.label = `ClamAV（${host}:${port}）`;
  }

  async scan(bytes: Buffer): Promise<ScanVerdict> {
    try {
      return readReply(await this.#ask(bytes));
    } catch (error) {
      return { verdict: "unscanned", reason: (error as NodeJS.ErrnoException).code ?? "no answer" };
    }
  }

  #ask(bytes: Buffer): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = net.connect(this.#at);
      const reply: Buffer[] = [];
      const fail = (error: Error): void => {
        socket.destroy();
        reject(error);
      };
      const limit = setTimeout(() => fail(Object.assign(new Error("clamd is too slow"), { code: "ETIMEDOUT" })), this.#timeout);
      socket.on("error", fail);
      socket.on("data", (chunk: Buffer) => reply.push(chunk));
      socket.on("close", () => {
        clearTimeout(limit);
        resolve(Buffer.concat(reply).toString("utf8"));
      });
      socket.on("connect", () => {
        socket.write("zINSTREAM\0");
        for (let at = 0; at < bytes.length; at += CHUNK) socket.write(framed(bytes.subarray(at, at + CHUNK)));
        socket.write(Buffer.alloc(4));
      });
    });
  }
}

function framed(chunk: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length);
  return Buffer.concat([length, chunk]);
}

function readReply(reply: string): ScanVerdict {
  const text = reply.split("\0")[0]?.trim() ?? "";
  const infected = /^stream: (.+) FOUND$/.exec(text);
  if (infected) return { verdict: "infected", name: infected[1] ?? "" };
  return text === "stream: OK" ? { verdict: "clean" } : { verdict: "unscanned", reason: text || "no answer" };
}

/** 由部署决定：给了 CLAMD_HOST 就用 clamd。 */
export function fileScanner(): FileScanner {
  const host = process.env.CLAMD_HOST;
  return host ? new ClamdScanner(host, Number(process.env.CLAMD_PORT || 3310)) : embeddedScanner;
}
