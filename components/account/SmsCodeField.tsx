"use client";

import { useEffect, useState } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { TextInput } from "@/components/ui/TextInput";
import type { Reply } from "./reply";

export interface SmsCodeFieldProps {
  id: string;
  label: string;
  help?: string;
  error?: string;
  registration: UseFormRegisterReturn;
  /** 发到哪里，显示用。 */
  sentTo: string;
  /** 几秒后可以重新获取。 */
  resendSeconds: number;
  send: () => Promise<Reply<unknown>>;
  /** 没能发送时，提示放到对应的字段旁。 */
  onRefused: (reply: Extract<Reply<unknown>, { ok: false }>) => void;
  /** 短信不外发时的说明。 */
  localNotice?: string;
}

/** 短信验证码：【获取验证码】，一分钟后可重新获取。 */
export function SmsCodeField({ id, label, help, error, registration, sentTo, resendSeconds, send, onRefused, localNotice }: SmsCodeFieldProps) {
  const [left, start] = useCountdown();
  const [sending, setSending] = useState(false);
  const [note, setNote] = useState<string>();

  async function request() {
    setSending(true);
    const reply = await send();
    setSending(false);
    if (!reply.ok) {
      setNote(undefined);
      return onRefused(reply);
    }
    setNote(`验证码已发送到 ${sentTo}，5 分钟内有效`);
    start(resendSeconds);
  }

  const waiting = sending ? "正在发送" : left > 0 ? `${left} 秒后可重新获取` : undefined;
  return (
    <FieldFrame id={id} label={label} required help={help} error={error} note={note ? <>{note}{localNotice && `；${localNotice}`}</> : localNotice} {...(note && { noteTone: "good" as const })}>
      {(control) => (
        <>
          <TextInput {...control} {...registration} inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
          <Button onClick={request} blocked={waiting}>
            {left > 0 ? `重新获取（${left}）` : "获取验证码"}
          </Button>
          <span className="sr" role="status">{note}</span>
        </>
      )}
    </FieldFrame>
  );
}

function useCountdown(): [number, (seconds: number) => void] {
  const [until, setUntil] = useState(0);
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (until === 0) return;
    const timer = setInterval(() => {
      const seconds = Math.max(0, Math.ceil((until - Date.now()) / 1000));
      setLeft(seconds);
      if (seconds === 0) setUntil(0);
    }, 500);
    return () => clearInterval(timer);
  }, [until]);
  return [left, (seconds) => (setUntil(Date.now() + seconds * 1000), setLeft(seconds))];
}
