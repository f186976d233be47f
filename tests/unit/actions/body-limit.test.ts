import { describe, expect, it } from "vitest";
import { requireSmallBody } from "@/lib/actions/body-limit";

const accepts = (headers: Record<string, string>): boolean => {
  try {
    requireSmallBody(new Headers(headers), 1_000);
    return true;
  } catch {
    return false;
  }
};

describe("请求体的大小", () => {
  const refused: Record<string, string>[] = [{ "content-length": "1001" }, { "content-length": "99999999999" }, { "transfer-encoding": "chunked" }, { "content-length": "-1" }, { "content-length": "1e9" }];
  const accepted: Record<string, string>[] = [{ "content-length": "1000" }, { "content-length": "0" }, {}];
  it.each(refused)("%j 不读", (headers) => expect(accepts(headers)).toBe(false));
  it.each(accepted)("%j 读", (headers) => expect(accepts(headers)).toBe(true));
});
