/** What Next gets to see: the address as it came, or one that exists nowhere when its %-encoding cannot be read. */
export function readableAddress(address = "/") {
  const [path] = address.split("?", 1);
  if (!path.startsWith("/api/")) return address;
  try {
    decodeURIComponent(path);
    return address;
  } catch {
    return "/api/unreadable-address";
  }
}
