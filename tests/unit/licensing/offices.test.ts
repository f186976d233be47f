import { areaList } from "@vant/area-data";
import { describe, expect, it } from "vitest";
import { getOffice, officeForProvince, officeForRegion, offices } from "@/lib/licensing/offices";

describe("派出机构", () => {
  it("共十八家：六个监管局、十二个监管办公室；编号前两位互不重复，监管局第二位为 1", () => {
    expect(offices).toHaveLength(18);
    expect(offices.filter((office) => office.kind === "regional")).toHaveLength(6);
    expect(new Set(offices.map((office) => office.code)).size).toBe(18);
    expect(new Set(offices.map((office) => `${office.regionDigit}-${office.officeDigit}`)).size).toBe(18);
    for (const office of offices) {
      expect(office.officeDigit === 1).toBe(office.kind === "regional");
      expect(office.name).toMatch(office.kind === "regional" ? /^国家能源局.{2}监管局$/ : /^国家能源局.{2}监管办公室$/);
    }
  });

  it("每个省级地区恰归一家，港澳台没有", () => {
    for (const province of Object.values(areaList.province_list)) {
      const covering = offices.filter((office) => office.provinces.includes(province));
      expect(covering, province).toHaveLength(/台湾|香港|澳门/.test(province) ? 0 : 1);
    }
  });

  it.each([
    ["辽宁省/沈阳市/和平区", "NEEB"],
    ["上海市/市辖区/黄浦区", "ECEB"],
    ["内蒙古自治区/赤峰市/红山区", "NEEB"],
    ["内蒙古自治区/兴安盟/乌兰浩特市", "NEEB"],
    ["内蒙古自治区/呼和浩特市/新城区", "NCEB"],
    ["内蒙古自治区", "NCEB"],
    ["山东省/青岛市/市南区", "SD"],
    ["西藏自治区/拉萨市/城关区", "CCEB"],
  ])("%s → %s", (region, code) => expect(officeForRegion(region)?.code).toBe(code));

  it("认不出的地区没有派出机构，认不出的代码是坏数据", () => {
    expect(officeForRegion("")).toBeUndefined();
    expect(officeForProvince("台湾省")).toBeUndefined();
    expect(getOffice("NEEB").name).toBe("国家能源局东北监管局");
    expect(() => getOffice("XX")).toThrow("no office XX");
  });
  it("东部盟市的名称与地区数据一致", () => {
    for (const league of ["呼伦贝尔市", "兴安盟", "通辽市", "赤峰市", "锡林郭勒盟"]) {
      expect(Object.values(areaList.city_list)).toContain(league);
      expect(officeForProvince("内蒙古自治区", league)?.code).toBe("NEEB");
    }
  });
});
