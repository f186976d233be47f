import type { Metadata } from "next";
import { NotFoundWords, notFoundTitle } from "@/components/layout/NotFoundWords";

export const metadata: Metadata = { title: notFoundTitle };

/** 没有的通知、指南：在公众页面自己的框里说，不再套一层。 */
export default function PublicNotFound() {
  return <NotFoundWords home="/" />;
}
