/** What the Prisma CLI asks of the engine: `serve` is the JSON-RPC dialogue, the rest are one-shot commands. */
export function readEngineArguments(argv) {
  const request = { command: "serve", datamodels: [], datasource: {} };
  const takesValue = new Set(["--enabled-preview-features", "--extension-types"]);
  for (let i = 0; i < argv.length; i += 1) {
    const argument = argv[i];
    if (argument === "--version" || argument === "-V") request.command = "version";
    else if (argument === "--datamodels" || argument === "-d") request.datamodels.push(argv[++i]);
    else if (argument === "--datasource") request.datasource = JSON.parse(argv[++i]);
    else if (argument === "cli") request.command = argv[++i];
    else if (takesValue.has(argument)) i += 1;
  }
  return request;
}
