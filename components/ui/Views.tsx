import { classNames } from "./class-names";
import { Link } from "./Link";

export type View = { label: string; count?: number; current?: boolean; urgent?: boolean; key: string };

export type ViewsProps = { label: string; views: readonly View[] } & (
  | { href: (key: string) => string; onView?: never }
  | { onView: (key: string) => void; href?: never }
);

/** Cuts of one list with their counts: links where the cut has an address, buttons where it lives on the page. */
export function Views({ label, views, href, onView }: ViewsProps) {
  const words = ({ label: name, count }: View) => (count === undefined ? name : `${name} ${count}`);
  const tone = (view: View) => classNames(view.urgent && !view.current && "bad-t");
  if (href) {
    return (
      <nav className="views" aria-label={label}>
        {views.map((view) => (
          <Link key={view.key} href={href(view.key)} className={tone(view)} aria-current={view.current ? "page" : undefined}>
            {words(view)}
          </Link>
        ))}
      </nav>
    );
  }
  return (
    <div className="views" role="group" aria-label={label}>
      {views.map((view) => (
        <button
          key={view.key}
          type="button"
          className={tone(view)}
          aria-pressed={Boolean(view.current)}
          onClick={() => onView(view.key)}
        >
          {words(view)}
        </button>
      ))}
    </div>
  );
}
