import type { ReactNode } from "react";
import { ThemeSwitch } from "@/components/ui/ThemeSwitch";

/** Who runs the portal and where to ask, the same on every page. */
export function Footer({ lines }: { lines: readonly ReactNode[] }) {
  return (
    <footer className="foot no-print">
      <div className="wrap">
        {lines.map((line, index) => (
          <span key={index}>{line}</span>
        ))}
        <ThemeSwitch />
      </div>
    </footer>
  );
}
