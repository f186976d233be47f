import { Agent, request } from "node:http";

/** Keeps its connections; lighter than fetch, so that the client takes little of the machine it measures. */
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Sends and reads the whole answer; anything but a 200 ends the run. */
export function call(url: string, body?: string, cookie?: string, more: Record<string, string> = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { ...(body === undefined ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(body) }), ...(cookie ? { cookie } : {}), ...more };
    const sent = request(url, { agent, method: body === undefined ? "GET" : "POST", headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        if (answer.statusCode === 200) return resolve(Buffer.concat(chunks).toString());
        reject(new Error(`${url}: ${answer.statusCode} ${Buffer.concat(chunks).toString().slice(0, 200)}`));
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
