"use client";

import { type ComponentProps, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextInput } from "@/components/ui/TextInput";

/** 密码框，可临时显示所填；允许粘贴与密码管理器。 */
export function PasswordInput({ autoComplete = "current-password", ...rest }: ComponentProps<"input">) {
  const [shown, setShown] = useState(false);
  return (
    <>
      <TextInput {...rest} type={shown ? "text" : "password"} autoComplete={autoComplete} autoCapitalize="off" spellCheck={false} maxLength={200} />
      <Button slim icon="eye" aria-pressed={shown} onClick={() => setShown(!shown)}>
        显示
      </Button>
    </>
  );
}
