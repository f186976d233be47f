import { normaliseText } from "@/lib/forms/identifiers";
import { withoutControls } from "@/lib/forms/plain-text";

/** 一批最多这么多个服务点。 */
export const SERVICE_POINTS_MAX = 200;
export const SERVICE_POINT_LENGTH = 40;

export type ServicePoints = { ok: true; points: string[] } | { ok: false; message: string };

/** 1至12号窗口、窗口1~12、1-12号；单独的连字符常是房间号（2-301 室），后面有“号”才当范围。 */
const range = /(\d{1,4})\s*(?:(?:至|到|~|～)\s*(\d{1,4})|[-—–]\s*(\d{1,4})(?=\s*号))/;

/** 一行一个服务点，写成范围的展开，重复的只留一个；顺序照旧。 */
export function parseServicePoints(text: string): ServicePoints {
  const points = new Set<string>();
  for (const line of withoutControls(text).split(/\r?\n/).map(normaliseText).filter((entry) => entry !== "")) {
    const expanded = unprintedIn(line) ?? expand(line);
    if (typeof expanded === "string") return refuse(expanded);
    for (const point of expanded) {
      if ([...point].length > SERVICE_POINT_LENGTH) return refuse(`请将“${[...point].slice(0, 12).join("")}…”缩短到 ${SERVICE_POINT_LENGTH} 个字以内`);
      points.add(point);
    }
    if (points.size > SERVICE_POINTS_MAX) return refuse(tooMany);
  }
  return points.size === 0 ? refuse("请填写服务点") : { ok: true, points: [...points] };
}

/** 海报的字体有的图形。 */
const printed = "©®™‼⁉↔↕↖↗↘↙Ⓜ▪▫▶◀☎♀♂♨⚠➡⬅⬆⬇㊗㊙";
const drawn = `(?![${printed}])[\\u{10000}-\\u{10FFFF}\\p{Extended_Pictographic}]`;
/** 海报的字体没有的：表情与基本平面以外的字，印出来是空框。 */
const unprintable = new RegExp(`(?:${drawn}|[0-9#*]\\uFE0F?\\u20E3)(?:${drawn}|[\\u200D\\uFE0F])*`, "u");

/** 印不出的字说是哪一个；都印得出的没有。 */
function unprintedIn(line: string): string | undefined {
  const [found] = unprintable.exec(line) ?? [];
  return found && `请去掉“${[...line].slice(0, 20).join("")}”里的“${found}”，海报上印不出这个字`;
}

const refuse = (message: string): ServicePoints => ({ ok: false, message });
const tooMany = `请分批生成，一批最多 ${SERVICE_POINTS_MAX} 个服务点`;

/** 一行展开成的服务点；范围写反了、太大了的是一句话。 */
function expand(line: string): string[] | string {
  const found = range.exec(line);
  if (!found) return [line];
  const [whole, first = "", second, third] = found;
  const last = second ?? third ?? "";
  const [from, to] = [Number(first), Number(last)];
  if (to < from) return `请核对“${[...line].slice(0, 20).join("")}”，前一个号应当小于后一个`;
  if (to - from >= SERVICE_POINTS_MAX) return tooMany;
  const [before, after] = [line.slice(0, found.index), line.slice(found.index + whole.length)];
  const width = first.startsWith("0") ? first.length : 0;
  return Array.from({ length: to - from + 1 }, (_, step) => `${before}${String(from + step).padStart(width, "0")}${after}`);
}
