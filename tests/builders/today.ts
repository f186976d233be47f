import { type IsoDate, shanghaiDate } from "@/lib/workflow/iso-date";

/** The day it is in Shanghai now, asked anew each time: a run may pass midnight. */
export const today = (): IsoDate => shanghaiDate(new Date());
