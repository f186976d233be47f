import type { NextConfig } from "next";

/** Headers that are the same for every answer. The content policy carries a nonce and comes from middleware.ts. */
const headers = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=()" },
  { key: "X-Frame-Options", value: "SAMEORIGIN" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];

// The certificate's fonts: only the two weights it draws with.
const fonts = ["400Regular", "700Bold"].map((weight) => `node_modules/@expo-google-fonts/*/${weight}/*.ttf`);

// The reader of PDF attachments, served by app/api/pdf-reader and run in the browser only.
const pdfReader = ["package.json", "legacy/build/pdf.min.mjs", "legacy/build/pdf.worker.min.mjs", "cmaps/*", "standard_fonts/*", "wasm/*", "iccs/*"].map((files) => `node_modules/pdfjs-dist/${files}`);

const config: NextConfig = {
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  // One root: otherwise Next takes the nearest lock file above the project for it and nests the standalone output.
  outputFileTracingRoot: process.cwd(),
  turbopack: { root: process.cwd() },
  // Packages that read their own files or are native: left as they are and traced into the output.
  serverExternalPackages: ["@node-rs/argon2", "docx", "exceljs", "pdfkit", "pg", "pg-boss", "pino"],
  outputFileTracingIncludes: { "/**": [...fonts, ...pdfReader, "prisma/migrations/**"] },
  outputFileTracingExcludes: { "/**": [".data/**", ".git/**", "docs/**", "scripts/**", "tests/**", "prisma/seed/**"] },
  // What ships; `npm test` checks the types of everything.
  typescript: { tsconfigPath: "tsconfig.build.json" },
  experimental: { serverActions: { bodySizeLimit: "4mb" } },
  headers: () => Promise.resolve([{ source: "/:path*", headers }]),
};

export default config;
