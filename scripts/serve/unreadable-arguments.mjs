// Loaded into the web server's process before it listens. What is sent to a server action in no notation that React reads, or beyond
// the size limit, makes Next answer 500 before any of our code runs: in React's notation to a script, in plain words to a form sent
// without one. Every action is made by defineAction (an architecture test holds it), which answers whatever happens inside, and a
// page that fails answers in HTML; so such a 500 is a bad request. Next's own line in the log stays.
import { subscribe } from "node:diagnostics_channel";

/** In which notation Next says that it could not read it; undefined where no action is asked. */
function noticeOf({ method, headers }) {
  if (method !== "POST") return undefined;
  if (headers["next-action"] !== undefined) return /^(text\/x-component|$)/;
  return headers["content-type"]?.startsWith("multipart/form-data") ? /^text\/plain/ : undefined;
}

subscribe("http.server.request.start", ({ request, response }) => {
  const notice = request.url?.startsWith("/api/") ? undefined : noticeOf(request);
  if (!notice) return;
  const { writeHead } = response;
  response.writeHead = function (status, ...more) {
    const unreadable = status === 500 && notice.test(String(this.getHeader("content-type") ?? ""));
    return writeHead.call(this, unreadable ? 400 : status, ...more);
  };
});
