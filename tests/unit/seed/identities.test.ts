import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkMobile, checkResidentId } from "@/lib/forms/identifiers";
import { mobileNumber, residentIdNumber } from "@/prisma/seed/identities";

const MOST = 40_000_000;
const serial = fc.integer({ min: 0, max: MOST - 1 });

describe("虚构的人", () => {
  it("身份证号码、手机号码个个合格，也在几千万人之后", () => {
    fc.assert(fc.property(serial, (one) => {
      expect(checkResidentId(residentIdNumber(one))).toBeUndefined();
      expect(checkMobile(mobileNumber(one))).toBeUndefined();
    }));
  });

  it("不同的序号是不同的人，差一千万的也是", () => {
    fc.assert(fc.property(serial, fc.oneof(serial, fc.constantFrom(1, 30, 10_080, 10_000_000)), (one, step) => {
      const other = (one + step) % MOST;
      fc.pre(other !== one);
      expect(residentIdNumber(other)).not.toBe(residentIdNumber(one));
      expect(mobileNumber(other)).not.toBe(mobileNumber(one));
    }));
  });

  it("再大的不造", () => {
    for (const none of [MOST, -1, 1.5]) expect(() => residentIdNumber(none)).toThrow(RangeError);
  });
});
