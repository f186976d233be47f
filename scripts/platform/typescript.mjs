/**
 * How to run a TypeScript file of this project with plain Node. The condition makes `server-only` what it is on the
 * server: an empty module instead of an error.
 */
export const typescriptArguments = (file) => ["--conditions=react-server", "--import", "tsx", file];
