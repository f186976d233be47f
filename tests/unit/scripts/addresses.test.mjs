import { describe, expect, test } from "vitest";
import { readableAddress } from "../../../scripts/serve/addresses.mjs";

describe("T7 读不出的地址", () => {
  test.each(["/api/qr/%ff", "/api/licences/%E0%A4%A/certificate?x=1", "/api/%"])("接口的 %s 当作没有这个地址，不成为 500", (address) => {
    expect(readableAddress(address)).toBe("/api/unreadable-address");
  });

  test.each(["/api/qr/%E5%BC%A0?size=%ff", "/api/health", "/verify/%ff", "/", undefined])("读得出的、页面的（中间件会答）照原样：%s", (address) => {
    expect(readableAddress(address)).toBe(address ?? "/");
  });
});
