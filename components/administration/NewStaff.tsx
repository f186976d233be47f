"use client";

import { useState } from "react";
import { type Act, ask } from "@/components/account/reply";
import { useOpen } from "@/components/ui/opening";
import { GivenPassword } from "./GivenPassword";
import { type StaffCommand, StaffForm, type StaffFormProps } from "./StaffForm";

/** 新建内网账号：办成后给出一次性密码，关上即回到人员列表。 */
export function NewStaff({ offices, loginHelp, create }: Pick<StaffFormProps, "offices" | "loginHelp"> & { create: Act<StaffCommand, { login: string; password: string }> }) {
  const open = useOpen();
  const [given, setGiven] = useState<{ name: string; login: string; password: string }>();

  async function save(command: StaffCommand) {
    const reply = await ask(create, command);
    if (reply.ok) setGiven({ name: command.name, ...reply.value });
    return reply;
  }

  return (
    <>
      <StaffForm offices={offices} loginHelp={loginHelp} verb="新建账号" save={save} />
      {given && <GivenPassword {...given} onClose={() => open("/admin/people")} />}
    </>
  );
}
