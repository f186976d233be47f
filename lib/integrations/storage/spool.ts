import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { TooLargeError } from "./storage";

export interface Spooled {
  file: string;
  size: number;
  sha256: string;
}

/**
 * 先全部写进临时文件，边写边算大小与散列，再交给 deliver；不论成败，临时文件都清掉。内存里不攒。
 * @throws TooLargeError 超过 maxBytes
 */
export async function spool<T>(folder: string, source: Readable, maxBytes: number, deliver: (spooled: Spooled) => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, randomUUID());
  const meter = meterOf(maxBytes);
  try {
    await pipeline(source, meter.stream, createWriteStream(file, { flags: "wx", mode: 0o600, flush: true }));
    return await deliver({ file, ...meter.measured() });
  } finally {
    await rm(file, { force: true });
  }
}

function meterOf(maxBytes: number) {
  const hash = createHash("sha256");
  let size = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > maxBytes) return done(new TooLargeError(`more than ${maxBytes} bytes`));
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { stream, measured: () => ({ size, sha256: hash.digest("hex") }) };
}
