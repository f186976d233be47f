const systems = ["android", "darwin", "freebsd", "netbsd", "openbsd", "sunos", "aix", "linux", "openharmony", "win32", "windows"];
const processors = ["arm64", "x64", "ia32", "arm", "ppc64", "riscv64", "s390x", "wasm32", "loong64", "mips64el"];

/** What a package's name says about the machines it is for, in the fields of a lock file. */
export function platformOf(name) {
  const parts = name.split("/").at(-1).split("-");
  const system = parts.find((part) => systems.includes(part));
  const processor = parts.find((part) => processors.includes(part));
  const library = parts.includes("musl") ? "musl" : parts.includes("gnu") ? "glibc" : undefined;
  return {
    ...(processor && { cpu: [processor] }),
    ...(system && { os: [system === "windows" ? "win32" : system] }),
    ...(library && system === "linux" && { libc: [library] }),
  };
}

const isFound = (packages, owner, name) => {
  for (let place = owner; ; place = place.slice(0, place.lastIndexOf("/node_modules/"))) {
    if (packages[place ? `${place}/node_modules/${name}` : `node_modules/${name}`]) return true;
    if (!place.includes("/node_modules/")) return packages[`node_modules/${name}`] !== undefined;
  }
};

/** Optional packages that a lock file names but does not hold: [package, version, whether only development needs it]. */
export function missingPackages({ packages }) {
  return Object.entries(packages).flatMap(([owner, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isFound(packages, owner, name))
      .map(([name, version]) => ({ name, version, dev: Boolean(dev) })),
  );
}

/** Adds those packages where a version is exact and the name tells the platform; gives their names. */
export function completeLock(lock) {
  const added = [];
  for (const { name, version, dev } of missingPackages(lock)) {
    const platform = platformOf(name);
    if (!/^\d+\.\d+\.\d+[\w.-]*$/.test(version) || !platform.cpu) continue;
    const { cpu, ...rest } = platform;
    lock.packages[`node_modules/${name}`] = { version, cpu, ...(dev && { dev: true }), ...rest, optional: true };
    added.push(name);
  }
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en"));
  lock.packages = Object.fromEntries(sorted);
  return added;
}
