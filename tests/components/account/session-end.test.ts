import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ask } from "@/components/account/reply";
import { heedSessionEnd, onSessionEnd } from "@/components/account/session-end";
import { attempt } from "@/components/review/types";

const ended = vi.fn();
let forget: () => void = () => undefined;
beforeEach(() => {
  ended.mockClear();
  forget = onSessionEnd(ended);
});
afterEach(() => forget());

const refused = (code: string) => ({ ok: false, code, message: "请先登录", fields: {} }) as const;

describe("L-4.0-03 登录已过期的答复", () => {
  it("请人就地登录，答复原样交回", () => {
    const reply = refused("unauthenticated");
    expect(heedSessionEnd(reply)).toBe(reply);
    expect(ended).toHaveBeenCalledOnce();
  });

  it("别的拒绝与成功不打扰", () => {
    heedSessionEnd(refused("forbidden"));
    heedSessionEnd({ ok: true });
    heedSessionEnd({ ok: false });
    expect(ended).not.toHaveBeenCalled();
  });

  it("企业的表单与内网的案件都这样做", async () => {
    await ask(async () => refused("unauthenticated"), {});
    await attempt(Promise.resolve(refused("unauthenticated")));
    expect(ended).toHaveBeenCalledTimes(2);
  });
});
