// Loaded into the web server's process before it listens: every request gets the header lib/auth/client-address.ts reads, and
// whatever the visitor wrote there is overwritten.
import { subscribe } from "node:diagnostics_channel";
import { addressOf, readTrustedProxies } from "./trusted-proxies.mjs";

const trusted = readTrustedProxies();

subscribe("http.server.request.start", ({ request, socket }) => {
  request.headers["x-client-address"] = addressOf(socket.remoteAddress, request.headers["x-forwarded-for"], trusted);
});
