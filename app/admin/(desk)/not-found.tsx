import type { Metadata } from "next";
import { NotFoundWords, notFoundTitle } from "@/components/layout/NotFoundWords";

export const metadata: Metadata = { title: notFoundTitle };

/** 没有的或不归本人看的：内网的栏目还在。 */
export default function DeskNotFound() {
  return <NotFoundWords home="/admin" />;
}
