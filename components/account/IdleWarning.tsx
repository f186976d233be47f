"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { lateDialog } from "@/components/ui/late";
import { countdownText } from "./idle-clock";
import { type Act, ask } from "./reply";
import { onSessionEnd } from "./session-end";
import { useIdlePhase } from "./use-idle-phase";

const loadSignIn = () => import("./SignInAgainDialog").then((module) => module.SignInAgainDialog);

const SignInAgainDialog = lateDialog("登录已结束，请重新登录", loadSignIn);

export interface IdleWarningProps {
  audience: "enterprise" | "staff";
  login: string;
  idleSeconds: number;
  warningSeconds: number;
  /** 距 12 小时绝对期限的秒数。 */
  secondsLeft: number;
  sessionSeconds: number;
  /** 【继续填写】：延长一次，从不轮询。 */
  extend: Act<Record<string, never>>;
}

/** 登录将要结束时提前提醒，按一下即延长；已经结束就在原处登录，页面上的内容不动。 */
export function IdleWarning({ audience, login, extend, sessionSeconds, ...limits }: IdleWarningProps) {
  const { phase, renew } = useIdlePhase(limits);
  const [failure, setFailure] = useState<string>();
  // 绝对期限延长不了：说一次，让人接着保存
  const [toldFinal, setToldFinal] = useState(false);
  const [putOff, setPutOff] = useState(false);

  // 快到时先取来，真到时网络不通也能登录；收起之后又去保存：再请一次
  useEffect(() => {
    if (phase.kind !== "active") loadSignIn().catch(() => undefined);
    if (phase.kind !== "ended") setPutOff(false);
  }, [phase.kind]);
  useEffect(() => onSessionEnd(() => setPutOff(false)), []);

  async function keepOn() {
    setFailure(undefined);
    if (phase.kind === "warning" && phase.final) return setToldFinal(true);
    const reply = await ask(extend, {});
    if (reply.ok) return renew();
    if (reply.code !== "unauthenticated") setFailure(reply.message);
  }

  if (phase.kind === "ended") return putOff ? null : <SignInAgainDialog audience={audience} login={login} onSignedIn={() => renew(sessionSeconds)} onAbandon={() => setPutOff(true)} />;
  const warning = phase.kind === "warning" && !(phase.final && toldFinal) ? phase : undefined;
  return (
    <Dialog open={warning !== undefined} onClose={keepOn} title="登录即将结束" footer={<Button kind="primary" onClick={keepOn}>{warning?.final ? "知道了" : "继续填写"}</Button>}>
      {warning && <Remaining seconds={warning.secondsLeft} final={warning.final} />}
      {failure && <p className="err" role="alert">{failure}</p>}
    </Dialog>
  );
}

/** 读屏每分钟报一次，不随每一秒打断。 */
function Remaining({ seconds, final }: { seconds: number; final: boolean }) {
  const minutes = Math.ceil(seconds / 60);
  return (
    <>
      <p>
        还有 <b className="num" role="timer">{countdownText(seconds)}</b>
        {final ? "，本次登录将满 12 小时，到时需要重新登录。" : "，因长时间没有操作，将退出登录。"}
      </p>
      <p className="soft">{final ? "请先保存本页；到时在原处登录即可继续，本页内容不会丢失。" : "本页内容不会丢失。按【继续填写】即可延长。"}</p>
      <p className="sr" role="status">{`登录还有 ${minutes} 分钟结束`}</p>
    </>
  );
}
