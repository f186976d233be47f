// Loaded into the web server's process before it listens: every request gets the headers lib/auth/client-address.ts reads, and
// whatever the visitor wrote there is overwritten. Here, because Next writes X-Forwarded-For itself when nobody did.
import { subscribe } from "node:diagnostics_channel";
import { addressOf, readTrustedProxies } from "./trusted-proxies.mjs";

const trusted = readTrustedProxies();
const forwarding = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"];

subscribe("http.server.request.start", ({ request, socket }) => {
  request.headers["x-client-address"] = addressOf(socket.remoteAddress, request.headers["x-forwarded-for"], trusted);
  request.headers["x-client-direct"] = forwarding.some((name) => name in request.headers) ? "0" : "1";
});
