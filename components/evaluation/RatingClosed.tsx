import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/Button";
import { Message } from "@/components/ui/Message";

/** 这次服务不能再评了：说明原因，回首页。按了【保存】才知道的念出来。 */
export function RatingClosed({ home, announce, children }: { home: string; announce?: boolean; children: ReactNode }) {
  return <Message tone="info" announce={announce} title="不能再评价" actions={<ButtonLink href={home}>返回首页</ButtonLink>}>{children}</Message>;
}
