import { areaList } from "@vant/area-data";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWithin, regionCode, regionName } from "@/lib/enterprise/regions";

describe("行政区划代码", () => {
  it("省两位、市四位、区县六位；认不出的没有代码", () => {
    expect([regionCode("辽宁省"), regionCode("辽宁省/沈阳市"), regionCode("辽宁省/沈阳市/和平区")]).toEqual(["21", "2101", "210102"]);
    expect([regionCode(""), regionCode("辽宁"), regionCode("辽宁省/和平区"), regionCode("辽宁省/沈阳市/和平区/南市")]).toEqual([undefined, undefined, undefined, undefined]);
    expect([regionName("21"), regionName("2101"), regionName("210102"), regionName("99")]).toEqual(["辽宁省", "辽宁省/沈阳市", "辽宁省/沈阳市/和平区", "99"]);
  });

  it("L-6-09 列入一个地区即包含它的下级，不含别处", () => {
    expect(isWithin("辽宁省/沈阳市/浑南区", ["2101"])).toBe(true);
    expect(isWithin("辽宁省/沈阳市/浑南区", ["21"])).toBe(true);
    expect(isWithin("辽宁省/沈阳市/浑南区", ["210102", "2102", "22"])).toBe(false);
    expect(isWithin("", ["21"])).toBe(false);
    expect(isWithin("辽宁省/沈阳市/浑南区", [""])).toBe(false);
  });

  it("名称与代码互为往返，每个区县都在它的市、省之内", () => {
    const counties = Object.keys(areaList.county_list).filter((code) => regionName(code) !== code);
    fc.assert(fc.property(fc.constantFrom(...counties), (code) => {
      const region = regionName(code);
      const found = regionCode(region);
      expect(found && regionName(found)).toBe(region);
      return isWithin(region, [code.slice(0, 2)]) && isWithin(region, [code.slice(0, 4)]);
    }));
  });
});
