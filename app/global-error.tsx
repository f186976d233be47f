"use client";

import ErrorPage from "./error";
import "./globals.css";

/** The same words where even the page around the pages failed. */
export default function GlobalErrorPage(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="zh-CN">
      <body>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
