// Loaded into the web server's process: when the start script is killed outright, the server must not stay behind and hold the port.
process.once("disconnect", () => process.exit(0));
