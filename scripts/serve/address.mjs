import { Failure } from "../platform/failure.mjs";
import { isPortFree } from "../postgres/free-port.mjs";
import { readTrustedProxies } from "./trusted-proxies.mjs";

/** Where the server listens and the address people use: PORT, LISTEN_HOST and APP_ORIGIN, each with a default. */
export async function readAddress() {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Failure(`PORT 须为 1 到 65535 的整数，当前是 ${process.env.PORT}`, "PORT is not a port number");
  }
  readTrustedProxies();
  const host = process.env.LISTEN_HOST || "0.0.0.0";
  const origin = readOrigin(process.env.APP_ORIGIN || process.env.NEXTAUTH_URL || `http://localhost:${port}`);
  if (!(await isPortFree(port, host))) {
    throw new Failure(`端口 ${port} 已被占用，请关闭占用它的程序，或用 PORT 另选端口`, `port ${port} is in use or not allowed`);
  }
  return { port, host, origin };
}

function readOrigin(value) {
  try {
    const url = new URL(value);
    if (url.protocol === "http:" || url.protocol === "https:") return url.origin;
  } catch {
    // Falls through to the same sentence as a wrong protocol.
  }
  throw new Failure(`APP_ORIGIN 须为 http:// 或 https:// 地址，当前是 ${value}`, "APP_ORIGIN is not an http address");
}
