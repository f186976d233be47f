import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { findTheme, themeCookie } from "@/components/ui/theme";
import { portalName, portalSubject } from "@/lib/terms/portal";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: portalName, template: `%s · ${portalName}` },
  description: `${portalSubject}的网上办理、查询和评价`,
  icons: { icon: { url: "/icon.svg", type: "image/svg+xml" } },
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

/** The page around every page. The theme is known before the first byte, so nothing flashes. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = findTheme((await cookies()).get(themeCookie)?.value);
  return (
    <html lang="zh-CN" data-theme={theme} suppressHydrationWarning>
      <body>{children}</body>
    </html>
  );
}
