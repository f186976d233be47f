import { Fragment } from "react";

/** A period may go to the next line after 至. */
const withBreaks = (value: string) =>
  value.split(/(?<=日至)/).map((part, index) => (
    <Fragment key={part}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));

/** The licence in force as a small picture of itself. */
export function LicencePicture({
  title,
  kind,
  items,
}: {
  title: string;
  /** 正本 or 副本. */
  kind?: string;
  items: readonly { term: string; value: string }[];
}) {
  return (
    <div className="lic">
      <header>
        {title}
        {kind && <small>{kind}</small>}
      </header>
      <dl>
        {items.map(({ term, value }) => (
          <div className="contents" key={term}>
            <dt>{term}</dt>
            <dd>{withBreaks(value)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
