import type { ReactNode } from "react";

/** The drawings: one grid of 16, strokes of 1.6, no fill but the small solid parts. */
export const drawings = {
  alert: <path d="M8 1.8L14.8 14H1.2zM8 6.4v3.4M8 11.9v.1" />,
  bell: <path d="M3 11.6h10l-1.4-1.8V6.6a3.6 3.6 0 0 0-7.2 0v3.2zM6.6 13.8h2.8" />,
  calendar: <path d="M2.4 3.2h11.2v10.4H2.4zM2.4 6.4h11.2M5.4 1.8v2.6M10.6 1.8v2.6" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 4.4V8l2.6 1.6" />
    </>
  ),
  close: <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />,
  cross: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4" />
    </>
  ),
  dot: <circle className="solid" cx="8" cy="8" r="4.6" />,
  down: <path d="M4 6.2l4 4 4-4" />,
  download: <path d="M8 2.4v8M4.8 7.4L8 10.6l3.2-3.2M2.5 11v2.5h11V11" />,
  external: <path d="M9 2.8h4.2V7M13 3L7.6 8.4M11.4 9.4v3.8H2.8V4.6h3.8" />,
  eye: (
    <>
      <path d="M1.6 8S4 3.8 8 3.8 14.4 8 14.4 8 12 12.2 8 12.2 1.6 8 1.6 8z" />
      <circle cx="8" cy="8" r="1.8" />
    </>
  ),
  file: <path d="M4 1.8h5.2L12.6 5v9.2H4zM9 1.8V5h3.6" />,
  half: (
    <>
      <circle cx="8" cy="8" r="5.4" />
      <path className="solid" d="M8 2.6a5.4 5.4 0 0 1 0 10.8z" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 7.4v3.6M8 4.9v.1" />
    </>
  ),
  left: <path d="M10 3.5L5.5 8l4.5 4.5" />,
  lock: (
    <>
      <rect x="3.2" y="7" width="9.6" height="6.6" rx="1" />
      <path d="M5.4 7V5a2.6 2.6 0 0 1 5.2 0v2" />
    </>
  ),
  minus: <path d="M3 8h10" />,
  pen: <path d="M10.8 2.6l2.6 2.6L5.6 13H3v-2.6z" />,
  plus: <path d="M8 3v10M3 8h10" />,
  print: <path d="M4.4 6V2.4h7.2V6M4.4 11.2h-2V6h11.2v5.2h-2M4.4 9.4h7.2v4.2H4.4z" />,
  refresh: <path d="M13 8a5 5 0 1 1-1.6-3.7M13 2.2v2.6h-2.6" />,
  right: <path d="M6 3.5L10.5 8 6 12.5" />,
  ring: <circle cx="8" cy="8" r="5.4" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.4" />
      <path d="M10.3 10.3l3.5 3.5" />
    </>
  ),
  tick: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M5.2 8.2l2 2L11 6.2" />
    </>
  ),
  undo: <path d="M3 6.5h6.4a3.6 3.6 0 0 1 0 7.2H6M3 6.5L5.8 3.7M3 6.5l2.8 2.8" />,
  up: <path d="M4 9.8l4-4 4 4" />,
  upload: <path d="M8 10.5v-8M4.8 5.6L8 2.4l3.2 3.2M2.5 11v2.5h11V11" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;
