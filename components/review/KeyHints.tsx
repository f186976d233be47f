/** 键盘的用法，写在页头。 */
export function KeyHints() {
  return (
    <p className="soft small wide-only">
      <kbd>j</kbd> <kbd>k</kbd> 上下移动　<kbd>Enter</kbd> 打开　<kbd>c</kbd> 领取　<kbd>/</kbd> 搜索
    </p>
  );
}
