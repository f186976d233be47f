import { expect, test } from "@playwright/test";
import { keyboardFaultsOf } from "./support/keyboard";

const styles = `:focus-visible { outline: 2px solid blue } button { min-width: 40px; min-height: 30px } .skip { position: absolute; left: -999px } .skip:focus { left: 0 }`;
const pageWith = (content: string, main = `id="main" tabindex="-1"`): string =>
  `<style>${styles}</style><a class="skip" href="#main">跳到主要内容</a><nav><a href="#x">导航</a></nav><main ${main}>${content}</main>`;
const held = (then: string): string => `<button onkeydown="if (event.key === 'Tab') { event.preventDefault(); ${then} }">困</button>`;

/** A page with one fault each, and the number of what the walk must find on it. */
const planted = {
  没有毛病的: [pageWith(`<a href="#a">甲</a><button>乙</button><label><input type="radio" name="r">一</label><label><input type="radio" name="r">二</label>`), ""],
  得到焦点而看不出来的: [pageWith(`<style>button:focus-visible { outline: none }</style><button>乙</button>`), "2.4.7"],
  看不见而得到焦点的: [pageWith(`<button style="opacity: 0">乙</button>`), "2.4.7"],
  没有名称的: [pageWith("<button></button>"), "4.1.2"],
  键盘到不了的: [pageWith(`<button>乙</button><button tabindex="-1">丙</button>`), "2.1.1"],
  不是控件而当按钮用的: [pageWith(`<button>乙</button><div role="button">丙</div>`), "2.1.1"],
  被固定的栏遮住的: [pageWith(`<div style="height: 2000px"></div><button>乙</button><div style="position: fixed; inset: auto 0 0; height: 60px; background: red"></div>`), "2.4.11"],
  在视口之外的: [pageWith(`<button style="position: absolute; left: -500px">乙</button>`), "2.4.11"],
  焦点出不来的: [pageWith(`${held("")}<button>乙</button>`), "2.1.2"],
  只在几处打转的: [pageWith(`<button id="back">乙</button>${held("document.querySelector('#back').focus()")}<button>丙</button>`), "2.1.2"],
  次序颠倒的: [pageWith(`<button tabindex="1">乙</button><button>丙</button>`), "2.4.3"],
  跳不到主要内容的: [pageWith("<button>乙</button>", ""), "2.4.1"],
} as const satisfies Record<string, readonly [content: string, number: string]>;

test.describe("L-1-04 用键盘走一遍页面，走得出毛病来", () => {
  for (const [name, [content, number]] of Object.entries(planted)) {
    test(`L-1-04 ${name}`, async ({ page }) => {
      await page.setContent(content);
      const faults = await keyboardFaultsOf(page, name);
      if (number === "") expect(faults).toEqual([]);
      else expect(faults.join("\n")).toContain(`：${number} `);
    });
  }
});
