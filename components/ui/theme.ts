/** The looks a person can choose; without a choice the device decides between light and dark. */
export const themes = ["light", "dark", "large"] as const;
export type Theme = (typeof themes)[number];

export const themeCookie = "theme";

/** The theme a cookie names, if it names one. */
export function findTheme(value: string | undefined): Theme | undefined {
  return themes.find((theme) => theme === value);
}
