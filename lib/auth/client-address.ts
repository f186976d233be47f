/** 服务进程（scripts/serve/client-address.mjs）给每个请求写下的访客地址；访客自己写的会被覆盖。 */
export const addressHeader = "x-client-address";

/** 访客地址：直接相连的对方，隔着 TRUSTED_PROXIES 里的代理时是代理所说的那一位。 */
export function clientAddress(headers: { get(name: string): string | null }): string {
  return headers.get(addressHeader)?.slice(0, 60) || "unknown";
}

/** 没有经过任何代理、直接来问的；由同一处写下。 */
export const directHeader = "x-client-direct";

export const cameDirectly = (headers: { get(name: string): string | null }): boolean => headers.get(directHeader) === "1";
