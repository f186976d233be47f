import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { onSessionEnd } from "@/components/account/session-end";
import { uploadAttachment } from "@/components/application/attachments/upload-attachment";

const ended = vi.fn();
let forget: () => void = () => undefined;
beforeEach(() => {
  ended.mockClear();
  forget = onSessionEnd(ended);
});
afterEach(() => {
  forget();
  vi.unstubAllGlobals();
});

const answer = (status: number, body: object) => vi.stubGlobal("fetch", vi.fn(async () => Response.json(body, { status })));
const send = () =>
  uploadAttachment("0193f000-0000-7000-8000-000000000001", { section: "basic-information", slot: "LICENCE" }, new File(["%PDF-1.7"], "执照.pdf", { type: "application/pdf" }), {
    signal: new AbortController().signal, onProgress: () => undefined,
  });

describe("L-4.0-03 上传被拒", () => {
  it("登录已过期：请人就地登录，原因照说，可以重试", async () => {
    answer(403, { message: "请先登录", signedOut: true });
    await expect(send()).rejects.toThrow("请先登录");
    expect(ended).toHaveBeenCalledOnce();
  });

  it("别的拒绝只说原因", async () => {
    answer(403, { message: "这份申请现在不能修改" });
    await expect(send()).rejects.toThrow("这份申请现在不能修改");
    expect(ended).not.toHaveBeenCalled();
  });
});
