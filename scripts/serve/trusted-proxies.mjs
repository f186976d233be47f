import { BlockList, isIP } from "node:net";
import { Failure } from "../platform/failure.mjs";

const family = (address) => (isIP(address) === 6 ? "ipv6" : "ipv4");

/** An IPv4 address that arrived over IPv6 is the same address; a port or brackets some proxies add are not part of it. */
const tidy = (address) => {
  const bare = address.trim().replace(/^::ffff:(?=\d+\.)/i, "").replace(/^\[([^\]]+)\](:\d+)?$/, "$1");
  return /^[\d.]+:\d+$/.test(bare) ? bare.slice(0, bare.indexOf(":")) : bare;
};

/** TRUSTED_PROXIES: addresses and networks such as 10.0.0.0/8, with commas between them. Empty: no proxy is trusted. */
export function readTrustedProxies(text = process.env.TRUSTED_PROXIES ?? "") {
  const list = new BlockList();
  for (const entry of text.split(",").map((part) => part.trim()).filter(Boolean)) {
    const [network = "", length] = entry.split("/");
    const limit = isIP(network) === 6 ? 128 : 32;
    const isLength = length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= limit);
    if (!isIP(network) || !isLength) throw new Failure(`TRUSTED_PROXIES 须为逗号分隔的地址或网段，“${entry}”不是`, "TRUSTED_PROXIES is not a list of addresses");
    list.addSubnet(network, length === undefined ? limit : Number(length), family(network));
  }
  return list;
}

/**
 * Who asked: the peer itself, unless it is a proxy of ours; then the nearest hop it names that is not one of ours. Everything
 * further left was written by the visitor.
 */
export function addressOf(peer, forwardedFor, trusted) {
  let address = tidy(peer ?? "");
  for (const hop of (forwardedFor ?? "").split(",").map(tidy).toReversed()) {
    if (!isIP(address) || !trusted.check(address, family(address)) || !isIP(hop)) break;
    address = hop;
  }
  return address;
}
