import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./Icon";
import { Link } from "./Link";

/** plain is the default; link looks like a link and stands in rows and heads. */
export type ButtonKind = "plain" | "primary" | "danger" | "link";

type Look = {
  kind?: ButtonKind;
  slim?: boolean;
  wide?: boolean;
  icon?: IconName;
  /** Said to screen readers after the visible word: 「修改」＋「第 2 行」. */
  about?: string;
};

export type ButtonProps = ComponentProps<"button"> &
  Look & {
    /** Why it cannot be pressed now: shown under the pointer and read out. It stays focusable. */
    blocked?: string;
    /** Id of the element that already says the reason on screen. */
    blockedBy?: string;
    /** What a press does while it is blocked: move to the list of what is missing. */
    onBlocked?: () => void;
  };

/** A command. Give type="submit" to send a form. */
export function Button({
  kind,
  slim,
  wide,
  icon,
  about,
  blocked,
  blockedBy,
  onBlocked,
  className,
  children,
  type = "button",
  onClick,
  ...rest
}: ButtonProps) {
  const held = Boolean(blocked ?? blockedBy);
  const described = blockedBy && { "aria-describedby": blockedBy };
  const handler = held ? onBlocked : onClick;
  return (
    <button
      {...rest}
      {...described}
      {...(handler && { onClick: handler })}
      type={held ? "button" : type}
      aria-disabled={held || undefined}
      title={blockedBy ? undefined : (blocked ?? rest.title)}
      className={classNames(look({ kind, slim, wide }), className)}
    >
      <Content icon={icon} about={about}>
        {children}
      </Content>
    </button>
  );
}

export type ButtonLinkProps = ComponentProps<typeof Link> & Look & { blocked?: string };

/** A link that looks like a command; with `blocked` it is dead and says why. */
export function ButtonLink({ kind, slim, wide, icon, about, blocked, className, children, ...rest }: ButtonLinkProps) {
  const classes = classNames(look({ kind, slim, wide }), className);
  const content = (
    <Content icon={icon} about={about}>
      {children}
    </Content>
  );
  if (blocked) {
    return (
      <span className={classes} role="link" aria-disabled="true" tabIndex={0} title={blocked}>
        {content}
      </span>
    );
  }
  return (
    <Link {...rest} className={classes}>
      {content}
    </Link>
  );
}

function Content({ icon, about, children }: { icon?: IconName; about?: string; children: ReactNode }) {
  return (
    <>
      {icon && <Icon name={icon} />}
      {children}
      {about && <span className="sr">{about}</span>}
    </>
  );
}

function look({ kind = "plain", slim, wide }: Look): string | undefined {
  if (kind === "link") return "link";
  return classNames("btn", kind !== "plain" && kind, slim && "slim", wide && "wide");
}
