"use client";

import { useEffect, useRef, useState } from "react";
import { Message } from "@/components/ui/Message";
import type { SummaryFile } from "@/lib/forms/summary";
import { fileHref } from "../case-desk";
import { type Look, zooms, zoomWidths } from "./look";
import { type OpenPdf, openPdf } from "./pdf-document";
import { ScrollSheet } from "./ScrollSheet";

export interface PdfSheetProps {
  file: SummaryFile;
  look: Look;
  page: number;
  onPages: (pages: number) => void;
}

const FAILED = "这个 PDF 没有打开：可能设了密码，或者文件已损坏。请下载后查看，或者在新窗口打开。";

/** PDF 的一页，画在页面里：不靠浏览器自带的阅读器，手机上也看得到。 */
export function PdfSheet({ file, look, page, onPages }: PdfSheetProps) {
  const { pdf, failed, fail } = useOpenPdf(file.id, onPages);
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const target = canvas.current;
    if (!pdf || !target) return;
    const width = target.parentElement?.clientWidth || 600;
    const drawn = pdf.draw(page, target, { width, zoom: zooms[look.zoom] ?? 1, turn: look.turn });
    drawn.done.catch(fail);
    return drawn.cancel;
  }, [pdf, page, look.zoom, look.turn, fail]);

  if (failed) {
    return (
      <div className="vnote">
        <Message tone="warn" announce>{FAILED}</Message>
        <p className="mt"><a className="btn slim" href={`/api/attachments/${file.id}`}>下载 {file.name}</a></p>
      </div>
    );
  }
  return (
    <ScrollSheet name={file.name}>
      {!pdf && <p className="soft vnote" role="status">正在打开……</p>}
      <canvas ref={canvas} hidden={!pdf} className={zoomWidths[look.zoom]} role="img" aria-label={pdf ? `${file.name}，第 ${page} 页，共 ${pdf.pages} 页` : undefined} />
    </ScrollSheet>
  );
}

/** 打开一个 PDF，换文件时关掉上一个。 */
function useOpenPdf(id: string, onPages: (pages: number) => void): { pdf?: OpenPdf; failed: boolean; fail: () => void } {
  const [pdf, setPdf] = useState<OpenPdf>();
  const [failed, setFailed] = useState(false);
  const [fail] = useState(() => () => setFailed(true));

  useEffect(() => {
    let open: OpenPdf | undefined;
    let gone = false;
    const start = async (): Promise<void> => {
      const loaded = await openPdf(fileHref(id));
      if (gone) {
        loaded.close();
        return;
      }
      open = loaded;
      onPages(loaded.pages);
      setPdf(loaded);
    };
    start().catch(() => !gone && setFailed(true));
    return () => {
      gone = true;
      open?.close();
    };
  }, [id, onPages]);

  return { pdf, failed, fail };
}
