/** How to run a TypeScript file of this project with plain Node. */
export function typescriptArguments(file: string): string[];
