"use client";

import { type ChangeEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { CheckboxSet } from "@/components/ui/Choices";
import { Dialog } from "@/components/ui/Dialog";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { Message } from "@/components/ui/Message";
import type { StaffAccount } from "@/lib/enterprise/account-views";
import { codesOf } from "@/lib/terms/option-map";
import { type StaffRoleCode, staffRoles } from "@/lib/terms/roles";
import { type Act, ask } from "./reply";

export type AssignPosts = Act<{ accountId: string; posts: StaffRoleCode[] }>;

const options = codesOf(staffRoles).map((value) => ({ value, label: staffRoles[value] }));

/** 变更一位内网人员的岗位；审计员不兼别的岗位。 */
export function PostsDialog({ account, assign, onClose, onDone }: { account: StaffAccount; assign: AssignPosts; onClose: () => void; onDone: () => void }) {
  const [posts, setPosts] = useState<readonly string[]>(account.roles);
  const [fault, setFault] = useState<{ field?: string; message: string }>();

  const toggle = ({ target }: ChangeEvent<HTMLInputElement>): void => setPosts(target.checked ? [...posts, target.value] : posts.filter((post) => post !== target.value));

  async function save() {
    const reply = await ask(assign, { accountId: account.id, posts: codesOf(staffRoles).filter((role) => posts.includes(role)) });
    if (reply.ok) return onDone();
    setFault({ message: reply.message, ...(reply.fields.posts ? { field: reply.fields.posts } : {}) });
  }

  return (
    <Dialog open onClose={onClose} title={`${account.name} 的岗位`} footer={<><Button onClick={onClose}>取消</Button><Button kind="primary" onClick={save}>保存</Button></>}>
      {fault && !fault.field && <Message tone="bad" announce>{fault.message}</Message>}
      <FieldFrame id="posts" label="岗位" group="checkbox" required error={fault?.field} help="即刻生效；审计员不能兼任别的岗位">
        <CheckboxSet name="posts" options={options} value={posts} onChange={toggle} />
      </FieldFrame>
    </Dialog>
  );
}
