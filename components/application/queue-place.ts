import { QUEUE_CAP } from "@/lib/licensing/views";

/** 「第 7 位」；两百以后不再数。 */
export const placeInWords = (place: number): string => (place > QUEUE_CAP ? `${QUEUE_CAP}+` : `第 ${place} 位`);
