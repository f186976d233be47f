import { createServer } from "node:net";

/** Why a port cannot be listened on, as the operating system says it (EADDRINUSE, EACCES …); undefined when it can. */
export function portFault(port, host = "127.0.0.1") {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(error.code));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

/** Whether a port can be listened on. */
export const isPortFree = async (port, host) => (await portFault(port, host)) === undefined;

/** A port the operating system says is free now. */
export function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
