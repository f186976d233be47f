/** How a limit looks on a list; the words beside it say the same. */
export type Light = "paused" | "green" | "amber" | "red";

/** From this many remaining working days on the light is amber. */
export const AMBER_FROM = 2;

/** The traffic light of a limit that runs, by the working days left. */
export function light(left: number): Exclude<Light, "paused"> {
  if (left < 0) return "red";
  return left <= AMBER_FROM ? "amber" : "green";
}
