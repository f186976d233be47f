import { describe, expect, it } from "vitest";
import { posterFace } from "@/lib/evaluation/poster";
import { postersPdf } from "@/lib/integrations/pdf/evaluation-poster";
import { qrPng, qrSvg } from "@/lib/integrations/qr/qr-images";
import { readPdf, readPng, readSvg } from "@/tests/builders/qr";

const url = `https://zzxy.example.cn/api/ratings/${"Ab3-_".repeat(8)}wxyz`;
const base = { id: "0193f000-0000-7000-8000-0000000a1b2c", officeName: "国家能源局东北监管局", expiresAt: new Date("2027-11-22T23:59:59+08:00") };

describe("评价二维码的图与海报", () => {
  it("L-5.2.1-02 P-1-03 PNG 与 SVG 读出来都是评价地址", async () => {
    expect(readPng(await qrPng(url))).toBe(url);
    expect(readSvg(await qrSvg(url))).toBe(url);
  });

  it("L-5.2.1-02 A5 海报：机构、服务点、用法、五级、谁看得到什么、到期都读得回来，二维码读出来是评价地址", async () => {
    const faces = [posterFace({ ...base, servicePoint: "政务服务大厅1号窗口", url }), posterFace({ ...base, servicePoint: null, matter: { number: "NEEB-2026-000123", business: "许可证延续" }, url: `${url}2` })];
    const pages = await readPdf(await postersPdf(faces));
    expect(pages.map(({ qr }) => qr)).toEqual([url, `${url}2`]);
    for (const words of ["国家能源局东北监管局", "政务服务大厅1号窗口", "扫码", "非常满意", "基本满意", "非常不满意", "手机号码加密保存", "有效期至2027年11月22日", "码号000A1B2C"]) expect(pages[0]?.text).toContain(words);
    for (const words of ["许可证延续", "申请编号NEEB-2026-000123", "评价一次为止"]) expect(pages[1]?.text).toContain(words);
  });

  it("最长的服务点也不挤到二维码上", async () => {
    const long = posterFace({ ...base, servicePoint: "国家能源局东北监管局行政许可受理大厅三层东侧资质管理处第十二号综合服务窗口", url });
    const [page] = await readPdf(await postersPdf([long]));
    expect(page?.qr).toBe(url);
    expect(page?.text).toContain("第十二号综合服务窗口");
  });
});
