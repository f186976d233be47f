import type { MouseEventHandler, ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./Icon";
import { Link } from "./Link";
import { Panel } from "./Panel";

export type DirectoryState = "done" | "issues" | "filling" | "empty" | "correct" | "locked" | "exempt";

export type DirectoryEntry = {
  href: string;
  name: string;
  state: DirectoryState;
  /** How many issues, remarks or missing items stand behind the state. */
  count?: number;
  /** Said instead of the state's own word. */
  note?: string;
  current?: boolean;
  /** Nothing to fill in there, only what is wrong elsewhere: not counted as progress. */
  checkOnly?: boolean;
};

type Look = { icon: IconName; className?: string; word: (count?: number) => string };

const looks: Record<DirectoryState, Look> = {
  done: { icon: "tick", className: "done", word: () => "已完成" },
  issues: { icon: "dot", className: "bad", word: (count) => numbered("有问题", count) },
  filling: { icon: "half", className: "warn", word: (count) => (count ? `填写中，还差 ${count} 项` : "填写中") },
  empty: { icon: "ring", word: () => "未填写" },
  correct: { icon: "pen", className: "warn", word: (count) => numbered("需补正", count) },
  locked: { icon: "lock", className: "off", word: () => "已锁定" },
  exempt: { icon: "minus", className: "off", word: () => "本级别不要求" },
};

export type DirectoryProps = {
  entries: readonly DirectoryEntry[];
  /** Names the navigation: 「申请目录」. */
  label: string;
  /** Beside 目录: 「1 / 7 已完成」. */
  progress?: string;
  /** Links under the list: 申请废弃, 打印. */
  foot?: ReactNode;
  /** "bar" folds the list into a line above a wide table, on every screen. */
  variant?: "side" | "bar";
  /** Sees presses on the links first, to ask about unsaved changes. */
  onClick?: MouseEventHandler<HTMLElement>;
};

/** The list of sections with how each stands: beside the page on a desk, a drawer on a phone. */
export function Directory({ variant = "side", ...props }: DirectoryProps) {
  const current = props.entries.find((entry) => entry.current);
  if (variant === "bar") return <Drawer {...props} name="目录" hint={props.progress} opener="展开" grid />;
  const place = current ? `${props.entries.indexOf(current) + 1} / ${props.entries.length}` : props.progress;
  return (
    <>
      <Drawer {...props} name={current?.name ?? "目录"} hint={place} opener={current ? "目录" : "展开"} phone />
      <Panel flush className="dir wide-only">
        <nav aria-label={props.label} onClick={props.onClick}>
          <h2>{["目录", props.progress].filter(Boolean).join(" · ")}</h2>
          <EntryList entries={props.entries} />
        </nav>
        {props.foot && <div className="dfoot links">{props.foot}</div>}
      </Panel>
    </>
  );
}

type DrawerProps = Omit<DirectoryProps, "variant"> & {
  name: string;
  hint?: string;
  opener: string;
  phone?: boolean;
  grid?: boolean;
};

function Drawer({ name, hint, opener, phone, grid, entries, label, foot, onClick }: DrawerProps) {
  return (
    <details className={classNames("drawer bar2", phone && "phone-only")}>
      <summary>
        <b>{name}</b>
        {hint && <span className="soft">{hint}</span>}
        <span className="link">
          {opener}
          <Icon name="down" />
        </span>
      </summary>
      <nav className="dir" aria-label={label} onClick={onClick}>
        <EntryList entries={entries} className={grid ? "dirgrid" : undefined} />
      </nav>
      {foot && <div className="dfoot links">{foot}</div>}
    </details>
  );
}

function EntryList({ entries, className }: { entries: readonly DirectoryEntry[]; className?: string }) {
  return (
    <ol className={className}>
      {entries.map(({ href, name, state, count, note, current }) => {
        const { icon, className: tone, word } = looks[state];
        return (
          <li key={href}>
            <Link href={href} className={tone} aria-current={current ? "page" : undefined}>
              <Icon name={icon} />
              <span>{name}</span>
              <small>{note ?? word(count)}</small>
            </Link>
          </li>
        );
      })}
    </ol>
  );
}

function numbered(word: string, count?: number): string {
  return count ? `${word} ${count}` : word;
}
