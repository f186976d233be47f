import type { getDocument, GlobalWorkerOptions, PDFDocumentProxy, RenderTask } from "pdfjs-dist";

interface Reader {
  getDocument: typeof getDocument;
  GlobalWorkerOptions: typeof GlobalWorkerOptions;
}

/** 阅读器的文件由本站给出（app/api/pdf-reader），打开第一个 PDF 时才取。 */
const home = "/api/pdf-reader";

/** 画布的面积上限：再大有的浏览器画不出来。 */
const MAX_PIXELS = 16_000_000;

/** 一页画成什么样：可用的宽度、放大几倍、顺时针转几个直角。 */
export interface PageLook {
  width: number;
  zoom: number;
  turn: number;
}

/** 打开了的 PDF。 */
export interface OpenPdf {
  pages: number;
  /** 把一页画进画布；cancel 之后不再画，done 不报错。 */
  draw: (page: number, canvas: HTMLCanvasElement, look: PageLook) => { done: Promise<void>; cancel: () => void };
  close: () => void;
}

let known: Promise<Reader> | undefined;

function reader(): Promise<Reader> {
  known ??= loadReader().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

async function loadReader(): Promise<Reader> {
  const address: string = `${home}/pdf.mjs`;
  const loaded = (await import(/* turbopackIgnore: true */ /* webpackIgnore: true */ /* @vite-ignore */ address)) as Reader;
  loaded.GlobalWorkerOptions.workerSrc = `${home}/pdf.worker.mjs`;
  return loaded;
}

/** 打开一个 PDF；整个取一次（每取一次记一次审计），不执行其中的脚本。 */
export async function openPdf(href: string): Promise<OpenPdf> {
  const task = (await reader()).getDocument({
    url: href, disableRange: true, disableAutoFetch: true, isEvalSupported: false, enableXfa: false,
    cMapUrl: `${home}/cmaps/`, standardFontDataUrl: `${home}/standard_fonts/`, wasmUrl: `${home}/wasm/`, iccUrl: `${home}/iccs/`,
  });
  const document = await task.promise;
  return { pages: document.numPages, draw: (page, canvas, look) => drawing(document, page, canvas, look), close: () => void task.destroy() };
}

function drawing(document: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement, look: PageLook): { done: Promise<void>; cancel: () => void } {
  let cancelled = false;
  let running: RenderTask | undefined;
  const paint = async (): Promise<void> => {
    const page = await document.getPage(number);
    if (cancelled) return;
    const rotation = (page.rotate + look.turn * 90) % 360;
    const plain = page.getViewport({ scale: 1, rotation });
    const wanted = (look.width * look.zoom * Math.max(1, globalThis.devicePixelRatio || 1)) / plain.width;
    const viewport = page.getViewport({ scale: Math.min(wanted, Math.sqrt(MAX_PIXELS / (plain.width * plain.height))), rotation });
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    running = page.render({ canvas, viewport });
    await running.promise;
  };
  const done = paint().catch((error: unknown) => {
    if (!cancelled) throw error;
  });
  return {
    done,
    cancel: () => {
      cancelled = true;
      running?.cancel();
    },
  };
}
