import { notFound } from "next/navigation";
import { Refusal } from "@/lib/access/refusal";
import { noteRefused } from "./note-refused";

/** 页面读取：没有的、别家的，都给「没有这一页」；其余照抛。 */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Refusal && (error.code === "notFound" || error.code === "forbidden")) {
      await noteRefused(error.code);
      notFound();
    }
    throw error;
  }
}
