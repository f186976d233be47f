"use client";

import NextLink, { useLinkStatus } from "next/link";
import { type ComponentProps, useEffect, useState } from "react";
import { showOpening } from "./opening";

/**
 * 站内链接：人移上来、聚焦或按下时才预取（next/link 见到链接就取，一页有几十个，每个都要服务器画一遍）；
 * 点了以后新的一页来得慢，顶上有一条线。别处一律用它，不直接用 next/link。
 */
export function Link({ prefetch, children, ...rest }: Omit<ComponentProps<typeof NextLink>, "onPointerEnter" | "onFocus">) {
  const [near, setNear] = useState(false);
  const come = () => setNear(true);
  return (
    <NextLink {...rest} prefetch={prefetch ?? (near ? null : false)} onPointerEnter={come} onFocus={come}>
      {children}
      <Opening />
    </NextLink>
  );
}

function Opening() {
  const { pending } = useLinkStatus();
  useEffect(() => (pending ? showOpening() : undefined), [pending]);
  return null;
}
