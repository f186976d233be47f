"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { type Act, ask, type Reply } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { Message } from "@/components/ui/Message";
import { Panel } from "@/components/ui/Panel";
import { useNewest } from "@/components/ui/use-newest";
import { usePending } from "@/components/ui/use-pending";
import type { StaffAccount } from "@/lib/enterprise/account-views";
import { GivenPassword } from "./GivenPassword";
import { type StaffCommand, StaffForm, type StaffFormProps } from "./StaffForm";

type Person = { accountId: string };

export interface StaffPersonProps extends Pick<StaffFormProps, "offices" | "loginHelp"> {
  person: StaffAccount & { badRatings: number };
  change: Act<Person & { version: string; name: string; mobile: string; officeCode: string; posts: StaffCommand["posts"] }, { released: number }>;
  setState: Act<Person & { active: boolean }, { released: number }>;
  resetPassword: Act<Person, { login: string; password: string }>;
  resetSecondFactor: Act<Person>;
  endSessions: Act<Person, { ended: number }>;
}

interface Question {
  title: string;
  text: string;
  label: string;
  run: () => Promise<void>;
}

const released = (count: number): string => (count > 0 ? `，${count} 件承办的案件已放回未领取` : "");

/** 一位内网人员的办理：变更，停用与启用，重设密码与动态口令，结束登录。 */
export function StaffPerson(props: StaffPersonProps) {
  const { person, offices, loginHelp } = props;
  const router = useRouter();
  const [outcome, setOutcome] = useState<{ tone: "good" | "bad"; text: string }>();
  const [question, setQuestion] = useState<Question>();
  const [pending, during] = usePending();
  const [renewing, renew] = useTransition();
  const [given, setGiven] = useState<{ login: string; password: string }>();

  function settle<T>(reply: Reply<T>, done: (value: T) => string): Reply<T> {
    setQuestion(undefined);
    setOutcome(reply.ok ? { tone: "good", text: done(reply.value) } : { tone: "bad", text: reply.message });
    if (reply.ok) router.refresh();
    return reply;
  }

  const own = { accountId: person.id };
  const { drawn, load } = useNewest(person.version);
  const save = async ({ name, mobile, officeCode, posts }: StaffCommand) => {
    const reply = await ask(props.change, { ...own, version: drawn, name, mobile, officeCode, posts });
    // 不成的写在表里，一句不说两遍
    setOutcome(reply.ok ? { tone: "good", text: `已变更${released(reply.value.released)}` } : undefined);
    if (reply.ok) renew(() => load(drawn));
    return reply;
  };
  const setState = async (active: boolean) => void settle(await ask(props.setState, { ...own, active }), (value) => (active ? "已启用" : `已停用，各处的登录已经结束${released(value.released)}`));
  const endSessions = async () => void settle(await ask(props.endSessions, own), ({ ended }) => `已结束 ${ended} 处登录`);
  const resetSecondFactor = async () => void settle(await ask(props.resetSecondFactor, own), () => "动态口令已去掉，他登录后须重新设置");
  const resetPassword = async () => {
    const reply = settle(await ask(props.resetPassword, own), () => "密码已重设");
    if (reply.ok) setGiven(reply.value);
  };

  const held = heldWords(person);
  const questions: Record<"disable" | "password" | "factor" | "sessions", Question> = {
    disable: { title: `停用 ${person.name} 的账号？`, text: `各处的登录立即结束，不能再登录。${held}以后可以启用。`, label: "停用", run: () => setState(false) },
    password: { title: `重设 ${person.name} 的密码？`, text: "原密码立即作废，对方已有的登录结束，锁定解除。", label: "重设密码", run: resetPassword },
    factor: { title: `重设 ${person.name} 的动态口令？`, text: "请先确认是本人。原来的验证器与恢复码作废，各处的登录结束。", label: "重设动态口令", run: resetSecondFactor },
    sessions: { title: `结束 ${person.name} 各处的登录？`, text: "没有保存的内容会丢失；对方可以重新登录。", label: "结束登录", run: endSessions },
  };
  return (
    <>
      {outcome && <Message tone={outcome.tone} announce>{outcome.text}</Message>}
      {person.active && <Panel title="姓名、手机、机构与岗位"><StaffForm key={drawn} person={person} offices={offices} loginHelp={loginHelp} verb="保存" renewing={renewing} save={save} onLoad={() => load(drawn)} /></Panel>}
      <Panel title="账号">
        {person.active && <p className="soft">停用后不能再登录。{held}</p>}
        <Commands person={person} pending={pending} enable={() => void during(setState(true))} ask={(key) => setQuestion(questions[key])} />
      </Panel>
      {question && (
        <ConfirmDialog open onClose={() => setQuestion(undefined)} title={question.title} confirmLabel={question.label} onConfirm={() => void during(question.run())} dangerous pending={pending}>
          <p>{question.text}</p>
        </ConfirmDialog>
      )}
      {given && <GivenPassword name={person.name} {...given} onClose={() => setGiven(undefined)} />}
    </>
  );
}

function heldWords({ held, badRatings }: StaffPersonProps["person"]): string {
  const cases = held > 0 ? `他承办的 ${held} 件在办案件放回未领取，由同岗位的人另行领取。` : "他没有承办的案件。";
  return badRatings > 0 ? `${cases}他名下的 ${badRatings} 件差评请好差评管理员改派。` : cases;
}

function Commands({ person, pending, enable, ask: put }: { person: StaffAccount; pending: boolean; enable: () => void; ask: (key: "disable" | "password" | "factor" | "sessions") => void }) {
  if (!person.active) return <div className="btns mt"><Button kind="primary" blocked={pending ? "正在处理" : undefined} onClick={enable}>启用账号</Button></div>;
  return (
    <div className="btns mt">
      <Button onClick={() => put("password")}>重设密码</Button>
      {person.secondFactor && <Button onClick={() => put("factor")}>重设动态口令</Button>}
      <Button onClick={() => put("sessions")}>结束各处的登录</Button>
      <Button kind="danger" onClick={() => put("disable")}>停用账号</Button>
    </div>
  );
}
