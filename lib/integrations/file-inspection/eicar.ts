/** EICAR 是各家公认的试验样本，本身无害；拆开写，免得本文件被当作样本。 */
const signature = Buffer.from(["X5O!P%@AP[4\\PZX54(P^)7CC)7}", "$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*"].join(""), "latin1");

export const infectedReason = "文件被识别为病毒，没有收下，请检查电脑后换一个文件";

export function hasEicar(bytes: Buffer): boolean {
  return bytes.includes(signature);
}

/** 分块来的内容也认得：每次留着上一块的尾巴。 */
export function eicarWatch() {
  let tail = Buffer.alloc(0);
  let seen = false;
  return {
    reason: infectedReason,
    found: () => seen,
    watch: (chunk: Buffer) => {
      const joined = Buffer.concat([tail, chunk]);
      seen ||= hasEicar(joined);
      tail = joined.subarray(Math.max(0, joined.length - signature.length));
    },
  };
}
