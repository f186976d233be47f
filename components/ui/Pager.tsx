import { Button, ButtonLink } from "./Button";
import { Link } from "./Link";

export type PagerProps = {
  page: number;
  pages: number;
  /** 「第 1–20 行，共 60 行」. */
  summary: string;
} & (
  | { href: (page: number) => string; onPage?: never }
  /** For lists that live on the page. */
  | { onPage: (page: number) => void; href?: never }
);

/** Which part of a long list is shown, and the way to the others. */
export function Pager({ page, pages, summary, href, onPage }: PagerProps) {
  const turn = (to: number, label: string, blocked?: string) =>
    href ? (
      <ButtonLink key={label} slim href={href(to)} blocked={blocked}>
        {label}
      </ButtonLink>
    ) : (
      <Button key={label} slim onClick={() => onPage(to)} blocked={blocked}>
        {label}
      </Button>
    );
  return (
    <div className="pager">
      <span className="soft" role="status">
        {summary}
      </span>
      {pages > 1 && (
        <nav className="btns" aria-label="分页">
          {turn(page - 1, "上一页", page <= 1 ? "已是第一页" : undefined)}
          {pagesAround(page, pages).map((entry, index) =>
            entry === gap ? (
              <span key={`gap${index}`} className="soft wide-only" aria-hidden="true">
                …
              </span>
            ) : (
              <PageNumber key={entry} page={entry} current={entry === page} href={href} onPage={onPage} />
            ),
          )}
          {turn(page + 1, "下一页", page >= pages ? "已是最后一页" : undefined)}
        </nav>
      )}
    </div>
  );
}

type PageNumberProps = {
  page: number;
  current: boolean;
  href?: (page: number) => string;
  onPage?: (page: number) => void;
};

function PageNumber({ page, current, href, onPage }: PageNumberProps) {
  const shared = {
    className: current ? "btn slim" : "btn slim wide-only",
    "aria-current": current ? ("page" as const) : undefined,
    "aria-label": `第 ${page} 页`,
  };
  return href ? (
    <Link {...shared} href={href(page)}>
      {page}
    </Link>
  ) : (
    <button {...shared} type="button" onClick={() => onPage?.(page)}>
      {page}
    </button>
  );
}

const gap = 0;

/** First, last, and the neighbours of the current page; 0 stands for a gap. */
function pagesAround(page: number, pages: number): number[] {
  const near = [1, page - 1, page, page + 1, pages].filter((entry) => entry >= 1 && entry <= pages);
  const shown = [...new Set(near)].sort((a, b) => a - b);
  return shown.flatMap((entry, index) => (index > 0 && entry - (shown[index - 1] ?? 0) > 1 ? [gap, entry] : [entry]));
}
