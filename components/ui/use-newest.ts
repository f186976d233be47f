"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";

/**
 * 一张表单照哪一版的内容画（作它的 key）：取来了新的，正填写的也不悄悄换掉；填写的人要看最新的（load），才换成新的一张。
 * seen 是表单此刻所据的版次：自己存过的，比画的时候新。
 */
export function useNewest(version: string): { drawn: string; load: (seen: string) => void } {
  const router = useRouter();
  const [drawn, setDrawn] = useState(version);
  const [left, setLeft] = useState<string>();
  if (left !== undefined && left !== version) {
    setLeft(undefined);
    setDrawn(version);
  }
  return {
    drawn,
    load: (seen) => {
      setLeft(seen);
      router.refresh();
    },
  };
}
