import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./Icon";

export type TimelineStep = {
  name: string;
  /** The date, or what it waits for. */
  note?: string;
  /** "yours" is a current step that waits for the reader. */
  state: "done" | "now" | "yours" | "next";
};

const iconOf: Record<TimelineStep["state"], IconName> = { done: "tick", now: "dot", yours: "dot", next: "ring" };
const said: Record<TimelineStep["state"], string> = { done: "，已完成", now: "，进行中", yours: "，等待您办理", next: "" };

/** The steps of a case in order, and one sentence on who holds it and until when. */
export function Timeline({ steps, children, label }: { steps: readonly TimelineStep[]; children?: ReactNode; label?: string }) {
  return (
    <>
      <ol className="steps" aria-label={label}>
        {steps.map(({ name, note, state }) => (
          <li
            key={name}
            className={classNames(state === "done" && "done", isNow(state) && "now", state === "yours" && "you")}
            aria-current={isNow(state) ? "step" : undefined}
          >
            <Icon name={iconOf[state]} />
            {name}
            <i className="sr">{said[state]}</i>
            {note && <span>{note}</span>}
          </li>
        ))}
      </ol>
      {children && <p className="who">{children}</p>}
    </>
  );
}

function isNow(state: TimelineStep["state"]): boolean {
  return state === "now" || state === "yours";
}
