// Loaded into the web server's process before it listens. An address whose %-encoding cannot be read makes Next answer 500 before
// any of our code runs; the routes below /api, which no middleware sees, get an address that exists nowhere instead: a plain 404.
import { subscribe } from "node:diagnostics_channel";
import { readableAddress } from "./addresses.mjs";

subscribe("http.server.request.start", ({ request }) => {
  request.url = readableAddress(request.url);
});
