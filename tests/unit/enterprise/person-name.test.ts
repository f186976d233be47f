import { describe, expect, it } from "vitest";
import { PersonName } from "@/lib/enterprise/person-name";

const wordsOf = (name: string): string | undefined => PersonName("请输入姓名").safeParse(name).error?.issues[0]?.message;

describe("一个人的姓名", () => {
  it("汉字、间隔号、外文、重名的数字都收，两头的空白不算", () => {
    for (const name of ["李新", "迪丽热巴·买买提", "𠮷田", "O'Neil", "Jean-Luc Müller", "张伟2", "王芳（东北）"]) expect(wordsOf(name), name).toBeUndefined();
    expect(PersonName("请输入姓名").parse(" 李新 ")).toBe("李新");
  });

  it("标记、换行、空着、过长的不收", () => {
    for (const name of ["<script>alert(1)</script>", "a<b", "张\n三", "张{三}", "a&b", "张;三"]) expect(wordsOf(name), name).toBe("请核对姓名，不能有尖括号等符号");
    expect([wordsOf(" "), wordsOf("长".repeat(51))]).toEqual(["请输入姓名", "姓名最多 50 个字"]);
  });
});
