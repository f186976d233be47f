import { creditCode, mobileNumber, personName, residentIdNumber } from "../../../prisma/seed/identities";

/** A made-up enterprise that no run has used before, with as many made-up people as it needs. */
export interface Newcomer {
  account: string;
  name: string;
  uscc: string;
  mobile: string;
  person: (n: number) => { name: string; idNo: string; mobile: string };
}

export function newcomer(): Newcomer {
  const serial = 2000 + Math.floor(Math.random() * 900_000);
  const first = 2_000_000 + Math.floor(Math.random() * 79_000) * 100;
  const person = (n: number) => ({ name: personName(first + n), idNo: residentIdNumber(first + n), mobile: mobileNumber(first + n) });
  return { account: `lvcheng_${serial}`, name: `沈阳旅程${serial}电力工程有限公司`, uscc: creditCode(serial), mobile: person(0).mobile, person };
}
