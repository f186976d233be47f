"use client";

import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import type { Reminder } from "@/lib/forms/definition";

export interface SectionReminderProps {
  reminder: Reminder;
  read: boolean;
  onRead: () => void;
}

/** 填写之前的提示：按 openLabel 打开，读过（agreeLabel）才开始填写；以后随时可以再看。 */
export function SectionReminder({ reminder, read, onRead }: SectionReminderProps) {
  const [open, show] = useState(false);
  const close = () => show(false);
  const agree = () => {
    close();
    onRead();
  };
  return (
    <div className="stack">
      <p className="btns">
        {read ? (
          <Button kind="link" onClick={() => show(true)}>{reminder.title}</Button>
        ) : (
          <>
            <Button kind="primary" about={`，打开${reminder.title}`} onClick={() => show(true)}>{reminder.openLabel}</Button>
            <span className="soft">{reminder.prompt}</span>
          </>
        )}
      </p>
      <Dialog open={open} onClose={close} title={reminder.title}
        footer={<>
          <Button onClick={close}>关闭</Button>
          <Button kind="primary" onClick={agree}>{reminder.agreeLabel}</Button>
        </>}>
        <ul className="bullets">
          {reminder.lines.map((line) => <li key={line}>{line}</li>)}
        </ul>
      </Dialog>
    </div>
  );
}
