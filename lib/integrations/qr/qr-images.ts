import QRCode from "qrcode";

/** 四周留白四格，是扫码器要的最小值；纠错 M 级，海报沾污一成五也读得出。 */
const look = { errorCorrectionLevel: "M", margin: 4 } as const;

/** PNG：每格十二像素，印在 A4 上也清楚。 */
export function qrPng(text: string): Promise<Buffer> {
  return QRCode.toBuffer(text, { ...look, type: "png", scale: 12 });
}

/** SVG：矢量，供排版。 */
export function qrSvg(text: string): Promise<string> {
  return QRCode.toString(text, { ...look, type: "svg" });
}
