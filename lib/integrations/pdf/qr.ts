import QRCode from "qrcode";

/** 二维码的黑格，行列坐标；画成矢量，印多大都清楚。 */
export interface QrMatrix {
  size: number;
  dark: { x: number; y: number }[];
}

export function qrMatrix(text: string): QrMatrix {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const dark: QrMatrix["dark"] = [];
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) if (modules.get(y, x)) dark.push({ x, y });
  }
  return { size: modules.size, dark };
}
