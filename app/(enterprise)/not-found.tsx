import type { Metadata } from "next";
import { NotFoundWords, notFoundTitle } from "@/components/layout/NotFoundWords";

export const metadata: Metadata = { title: notFoundTitle };

/** 没有的或别家的申请、任务：企业的主导航还在。 */
export default function EnterpriseNotFound() {
  return <NotFoundWords home="/home" />;
}
