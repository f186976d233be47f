/** 放大几倍；第一个是适合宽度。 */
export const zooms = [1, 1.5, 2, 3] as const;
export const zoomWidths = ["w-full", "w-[150%]", "w-[200%]", "w-[300%]"] as const;
export const turns = ["rotate-0", "rotate-90", "rotate-180", "-rotate-90"] as const;

/** 一个文件看成什么样：放大的档次，顺时针转了几个直角。 */
export interface Look {
  zoom: number;
  turn: number;
}

export const plainLook: Look = { zoom: 0, turn: 0 };

export const enlarged = (look: Look): Look => ({ ...look, zoom: Math.min(look.zoom + 1, zooms.length - 1) });
export const reduced = (look: Look): Look => ({ ...look, zoom: Math.max(look.zoom - 1, 0) });
export const turned = (look: Look): Look => ({ ...look, turn: (look.turn + 1) % turns.length });

/** 放大了多少，用字说。 */
export const zoomWords = ({ zoom }: Look): string => (zoom === 0 ? "适合宽度" : `${Math.round((zooms[zoom] ?? 1) * 100)}%`);
