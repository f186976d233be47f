// click：只发点击的辅助工具；drop：从桌面拖来的文件
const signs = ["pointerdown", "keydown", "focusin", "input", "click", "drop"] as const;

/** 人第一次动手时做一次，页面刚打开的工夫留给画页面。返回的函数撤销。 */
export function onFirstInteraction(run: () => void): () => void {
  const stop = (): void => signs.forEach((sign) => document.removeEventListener(sign, once, true));
  const once = (): void => {
    stop();
    run();
  };
  for (const sign of signs) document.addEventListener(sign, once, { capture: true, passive: true });
  return stop;
}
