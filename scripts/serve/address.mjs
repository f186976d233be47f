import { Failure } from "../platform/failure.mjs";
import { portFault } from "../postgres/free-port.mjs";
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
  const fault = await portFault(port, host);
  if (fault) throw portFailure(fault, port, host);
  return { port, host, origin };
}

function portFailure(fault, port, host) {
  if (fault === "EACCES") return new Failure(`没有使用端口 ${port} 的权限，请用 PORT 另选 1024 以上的端口`, `port ${port} is not allowed`);
  if (fault === "EADDRNOTAVAIL" || fault === "ENOTFOUND") return new Failure(`本机没有地址 ${host}，请检查 LISTEN_HOST`, "LISTEN_HOST is not an address of this machine");
  return new Failure(`端口 ${port} 已被占用，请关闭占用它的程序，或用 PORT 另选端口`, `port ${port} is in use`);
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
