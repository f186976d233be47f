/** Title of the page, the same in every frame. */
export const notFoundTitle = "没有找到这个页面";

/**
 * What every 404 says, without a frame: the root page sets it in a plain one, the pages of a group stand in that group's own.
 * A plain link, since every page of the group carries these words along.
 */
export function NotFoundWords({ home }: { home: string }) {
  return (
    <div className="lost stack">
      <h1>{notFoundTitle}</h1>
      <p>地址可能有误，内容可能已经移走，或者不在您的办理范围内。请核对地址，或从首页进入。</p>
      <p className="btns">
        <a className="btn primary" href={home}>
          回到首页
        </a>
      </p>
    </div>
  );
}
