import { describe, expect, it } from "vitest";
import { claimMatches, mergedParticulars } from "@/lib/enterprise/claims";

const record = { name: "沈阳甲电力有限公司", uscc: "91210102XFAKE501XR", particulars: { legalRep: "王磊", domicile: "南京街1号", region: "辽宁省/沈阳市/和平区", legalRepIdType: "", legalRepId: "", contact: "", enterpriseType: "company" } };
const claimed = { unitName: "沈阳甲电力有限公司", legalRep: "赵敏", domicile: "南京街１号", region: "辽宁省/大连市/中山区", legalRepIdType: "residentId", legalRepId: "11010519491231002X", contact: "李丽", contactMobile: "13900001111", enterpriseType: "company" };

describe("认领（决定二十八）", () => {
  it("L-2-01 issue 5 逐项对照：全角半角不算不同，登记着的空着就无从对照，号码遮盖", () => {
    const matches = Object.fromEntries(claimMatches(record, claimed).map((match) => [match.key, match]));
    expect(matches.unitName?.verdict).toBe("same");
    expect(matches.domicile?.verdict).toBe("same");
    expect(matches.legalRep).toMatchObject({ verdict: "different", onRecord: "王磊", claimed: "赵敏" });
    expect(matches.legalRepId).toMatchObject({ verdict: "unknown", onRecord: "", claimed: "110105********002X" });
    expect(matches.contactMobile?.claimed).toBe("139****1111");
    expect(matches.enterpriseType?.claimed).toBe("企业法人");
  });

  it("L-2-01 issue 5 通过之后：锁定的各项与所在地登记着的不动，空着的与其余取申请人填的", () => {
    expect(mergedParticulars(record, claimed)).toMatchObject({
      legalRep: "王磊", domicile: "南京街1号", region: "辽宁省/沈阳市/和平区", legalRepIdType: "residentId", legalRepId: "11010519491231002X", contact: "李丽", contactMobile: "13900001111",
    });
    expect(mergedParticulars(record, claimed)).not.toHaveProperty("unitName");
  });
});
