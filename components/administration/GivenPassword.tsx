"use client";

import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";

export interface GivenPasswordProps {
  name: string;
  login: string;
  password: string;
  onClose: () => void;
}

/** 一次性密码：只显示这一次，关上就再也看不到。 */
export function GivenPassword({ name, login, password, onClose }: GivenPasswordProps) {
  return (
    <Dialog open onClose={onClose} title={`${name} 的一次性密码`} footer={<Button kind="primary" onClick={onClose}>已转告，关闭</Button>}>
      <p>登录账号 {login}</p>
      <p><output aria-label="一次性密码"><code>{password}</code></output></p>
      <p className="soft">请当面或电话转告本人。密码只显示这一次；对方登录后须先换成自己的密码。</p>
    </Dialog>
  );
}
