import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./Icon";

/** What a control must carry so that its label, help, error and note are read with it. */
export type ControlProps = {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
  "aria-required"?: true;
};

type Wiring = { id: string; required?: boolean; help?: ReactNode; error?: ReactNode; note?: ReactNode };

/** The ids and states of a control from the same facts its frame is drawn from. */
export function controlProps({ id, required, help, error, note }: Wiring): ControlProps {
  const parts = [help && `${id}-help`, error && `${id}-error`, note && `${id}-note`].filter(Boolean);
  return {
    id,
    ...(parts.length > 0 && { "aria-describedby": parts.join(" ") }),
    ...(error ? { "aria-invalid": true as const } : {}),
    ...(required && { "aria-required": true as const }),
  };
}

export type FieldFrameProps = Wiring & {
  label: ReactNode;
  /** Says （选填）. */
  optional?: boolean;
  /** Where a filled-in value comes from, beside the label: 「由身份证号码得出」. */
  source?: ReactNode;
  noteTone?: "good" | "warn";
  /** After the control, inside its line: 「万元」. */
  unit?: ReactNode;
  full?: boolean;
  short?: boolean;
  /** For several choices under one label. */
  group?: "radio" | "checkbox";
  className?: string;
  children: ReactNode | ((control: ControlProps) => ReactNode);
};

/** Label, help, control and error on four rows shared with the neighbour, so that both line up. */
export function FieldFrame(props: FieldFrameProps) {
  const { id, label, required, optional, source, unit, full, short, group, className, children } = props;
  const control = controlProps(props);
  const drawn = typeof children === "function" ? children(control) : children;
  const marks = (
    <>
      {label}
      {required && <RequiredMark />}
      {optional && <span className="opt">（选填）</span>}
      {source && <span className="src"> {source}</span>}
    </>
  );
  const classes = classNames("field", full && "full", short && "short", Boolean(props.error) && "is-bad", className);
  if (group) {
    return (
      <div className={classes} {...groupRole(group, control)} tabIndex={-1}>
        <span className="label" id={`${id}-label`}>
          {marks}
        </span>
        <FrameRows {...props} control={<div className="ctl choices">{drawn}</div>} />
      </div>
    );
  }
  return (
    <div className={classes}>
      <label htmlFor={id}>{marks}</label>
      <FrameRows
        {...props}
        control={
          <div className="ctl">
            {drawn}
            {unit && <span className="unit">{unit}</span>}
          </div>
        }
      />
    </div>
  );
}

function FrameRows({ id, help, error, note, noteTone, control }: Wiring & { noteTone?: "good" | "warn"; control: ReactNode }) {
  return (
    <>
      {help && (
        <div className="help" id={`${id}-help`}>
          {help}
        </div>
      )}
      {control}
      {(error || note) && (
        <div className="under">
          {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
          {note && (
            <p className={classNames("note", noteTone)} id={`${id}-note`}>
              {noteTone && <Icon name={noteTone === "good" ? "tick" : "alert"} />} {note}
            </p>
          )}
        </div>
      )}
    </>
  );
}

/** The red star; the control itself says it to screen readers. */
export function RequiredMark() {
  return (
    <span className="req" aria-hidden="true">
      {" *"}
    </span>
  );
}

/** The words of an error beside what they are about. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p className="err" id={id}>
      <Icon name="cross" />
      <span>{children}</span>
    </p>
  );
}

function groupRole(group: "radio" | "checkbox", control: ControlProps) {
  const { "aria-describedby": describedBy, "aria-required": required, "aria-invalid": invalid, id } = control;
  const named = { id, "aria-labelledby": `${id}-label`, "aria-describedby": describedBy };
  if (group === "checkbox") return { ...named, role: "group" };
  return { ...named, role: "radiogroup", "aria-required": required, "aria-invalid": invalid };
}
