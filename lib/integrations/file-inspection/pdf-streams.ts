import { inflateSync, constants } from "node:zlib";

/** 除图片外，一份 PDF 的各个流解开后合计至多这么大。 */
const MAX_INFLATED = 64 * 1024 * 1024;
/** 解不开的流也花了时间，按这么多计入上限。 */
const COST_OF_BROKEN = 1024 * 1024;
/** 字典离 stream 关键字不会更远。 */
const DICTIONARY_WINDOW = 16 * 1024;
/** 字典合计至多看这么多字：正常的一份不到一兆，全是 stream 字样的要看几百亿。 */
const MAX_DICTIONARY_BYTES = 128 * 1024 * 1024;

const bomb = "文件解开后过大，不能接收，请重新导出 PDF 后再传";
const unreadable = "PDF 的内部结构不正确，请重新导出后再传";

interface StreamPlace {
  dictionary: string;
  start: number;
}

/** 名字里的 #xx 还原，免得换个写法就认不出。 */
const unescape = (text: string): string => text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

function* streamsIn(bytes: Buffer): Generator<StreamPlace> {
  let at = bytes.indexOf("stream");
  let previousEnd = 0;
  while (at >= 0) {
    const isEnd = bytes.toString("latin1", Math.max(0, at - 3), at) === "end";
    if (!isEnd) {
      const window = bytes.toString("latin1", Math.max(previousEnd, at - DICTIONARY_WINDOW), at);
      const from = Math.max(window.lastIndexOf("endobj"), window.lastIndexOf(" obj"), 0);
      let start = at + 6;
      if (bytes[start] === 0x0d) start += 1;
      if (bytes[start] === 0x0a) start += 1;
      yield { dictionary: unescape(window.slice(from)), start };
    }
    previousEnd = isEnd ? at + 6 : previousEnd;
    at = bytes.indexOf("stream", at + 6);
  }
}

const isStructural = (dictionary: string): boolean => /\/(ObjStm|XRef)\b/.test(dictionary);
const isImage = (dictionary: string): boolean => /\/Image\b/.test(dictionary);

/** 读取器会解开的流只许有一层 Flate：层层压缩、间接指定的都是为了躲开检查。 */
function hasPlainFilter(dictionary: string): boolean {
  const filters = dictionary.match(/\/(FlateDecode|LZWDecode|RunLengthDecode|ASCII85Decode|ASCIIHexDecode|Crypt|Fl|LZW|RL|A85|AHx)\b/g) ?? [];
  if (!/\/Filter\b/.test(dictionary)) return filters.length === 0;
  return filters.length === 1 && /\/Filter\s*(\[\s*)?\/FlateDecode\b/.test(dictionary);
}

/** 解开后的大小；超过 room 为 undefined，解不开抛错。 */
function inflatedSize(bytes: Buffer, start: number, room: number): number | undefined {
  try {
    return inflateSync(bytes.subarray(start), { maxOutputLength: room, finishFlush: constants.Z_SYNC_FLUSH }).length;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") return undefined;
    throw error;
  }
}

/** 交给读取器之前先试着解开各个流：压缩炸弹在这里就拒绝，几十毫秒、几十兆内存。 */
export function faultInPdfStreams(bytes: Buffer): string | undefined {
  let room = MAX_INFLATED;
  let read = 0;
  for (const { dictionary, start } of streamsIn(bytes)) {
    read += dictionary.length;
    if (read > MAX_DICTIONARY_BYTES) return unreadable;
    const structural = isStructural(dictionary);
    if (/\/Type\s+\d+\s+\d+\s+R/.test(dictionary) || (structural && !hasPlainFilter(dictionary))) return unreadable;
    if (!/\/(FlateDecode|Fl)\b/.test(dictionary) || (isImage(dictionary) && !structural)) continue;
    try {
      const size = inflatedSize(bytes, start, room);
      if (size === undefined) return bomb;
      room -= size;
    } catch {
      if (structural) return unreadable;
      room -= COST_OF_BROKEN;
    }
    if (room <= 0) return bomb;
  }
  return undefined;
}
