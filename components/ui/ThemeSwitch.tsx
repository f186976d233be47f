"use client";

import { useSyncExternalStore } from "react";
import { findTheme, themeCookie, themes, type Theme } from "./theme";

const words: Record<Theme, string> = { light: "标准", dark: "深色", large: "大字" };
const yearInSeconds = 365 * 24 * 60 * 60;

/** Chooses how the pages look. A cookie keeps it, so the next page is drawn that way from the start. */
export function ThemeSwitch() {
  const chosen = useSyncExternalStore<Theme | undefined>(watch, current, () => undefined);
  return (
    <div className="theme links" role="group" aria-label="显示方式">
      {themes.map((theme) => (
        <button key={theme} type="button" className="link" aria-pressed={chosen === theme} onClick={() => choose(theme)}>
          {words[theme]}
        </button>
      ))}
    </div>
  );
}

function choose(theme: Theme) {
  document.cookie = `${themeCookie}=${theme}; Path=/; Max-Age=${yearInSeconds}; SameSite=Lax`;
  document.documentElement.dataset.theme = theme;
}

function current(): Theme {
  const device = window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  return findTheme(document.documentElement.dataset.theme) ?? device;
}

function watch(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  const device = window.matchMedia("(prefers-color-scheme: dark)");
  device.addEventListener("change", changed);
  return () => {
    observer.disconnect();
    device.removeEventListener("change", changed);
  };
}
