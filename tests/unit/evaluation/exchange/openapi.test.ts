import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GET } from "@/app/api/openapi/route";
import { firstPlace, readCursor, writeCursor } from "@/lib/evaluation/exchange/cursor";
import { exchangePath, openApiDocument } from "@/lib/evaluation/exchange/openapi";
import { ExchangeRecord } from "@/lib/evaluation/exchange/record";
import { RatingInput } from "@/lib/evaluation/rating";

type Json = { [key: string]: Json } & { $ref?: string };
const document = JSON.parse(JSON.stringify(openApiDocument)) as Json;

const at = (pointer: string): unknown => pointer.replace(/^#\//, "").split("/").reduce<unknown>((part, key) => (part as Json | undefined)?.[key.replaceAll("~1", "/").replaceAll("~0", "~")], document);

function refs(part: unknown): string[] {
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => (key === "$ref" ? [String(value)] : refs(value)));
}

/** domain 第六节列出的、本系统也给的字段；不给的（联系电话、代理人、证件号码、身份标识）不得出现。 */
const standard = [
  "projectNo", "serviceNumber", "serviceName", "serviceTime", "taskCode", "taskName", "proStatus", "proDepart", "userName", "userProp", "userPageType", "pf", "satisfaction", "evalDetail",
  "writingEvaluation", "assessTime", "assessNumber", "acceptDate", "resultDate", "promisetime", "dataSource", "isdefault", "effectivEvalua", "appstatus", "answerStatus", "rectification", "flag",
];
const withheld = ["mobile", "certKey", "certKeyGOV", "handleUserName", "handleUserPageType", "handleUserPageCode", "phone", "phoneHash"];

describe("数据交换的接口说明（L-6-10）", () => {
  it("L-6-10 是一份 OpenAPI 3.1：引用都有着落，模式都是合格的 JSON Schema 2020-12", async () => {
    expect(await GET().json()).toEqual(document);
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(refs(document).length).toBeGreaterThan(5);
    for (const ref of refs(document)) expect(at(ref), ref).toBeTypeOf("object");
    const ajv = new Ajv2020({ strict: false, validateFormats: false }).addSchema(document, "doc");
    for (const name of Object.keys(openApiDocument.components.schemas as object)) expect(ajv.validateSchema({ ...(at(`#/components/schemas/${name}`) as object) }), name).toBe(true);
    expect(() => ajv.compile({ $ref: "doc#/components/schemas/EvaluationPage" })).not.toThrow();
  });

  it("L-6-10 每个字段都有、都说明了、都必给，不多一个；评价人的手机号码不在其中", () => {
    const record = at("#/components/schemas/EvaluationRecord") as { properties: Record<string, { description?: string }>; required: string[]; additionalProperties: boolean };
    expect(Object.keys(record.properties).toSorted()).toEqual(["id", ...standard].toSorted());
    expect(record.required.toSorted()).toEqual(["id", ...standard].toSorted());
    expect(record.additionalProperties).toBe(false);
    for (const [name, { description }] of Object.entries(record.properties)) expect(description, name).toMatch(/[\u4e00-\u9fff]/);
    expect(Object.keys(record.properties).filter((name) => withheld.includes(name))).toEqual([]);
    expect(Object.keys(ExchangeRecord.shape).toSorted()).toEqual(Object.keys(record.properties).toSorted());
  });

  it("L-6-10 评价收下的文字都合乎模式，表情也是；不给的选填字段说明为什么", () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const record = at("#/components/schemas/EvaluationRecord") as { properties: Record<string, object>; description: string };
    const check = ajv.compile(record.properties.writingEvaluation ?? {});
    const unit = fc.constantFrom("好", "a", "😀", "👨‍👩‍👧‍👦", "é", "🇨🇳");
    fc.assert(fc.property(fc.array(unit, { maxLength: 160, size: "max" }), (parts) => {
      const text = parts.join("");
      const accepted = RatingInput.safeParse({ level: "5", phone: "13800000001", text }).success;
      expect([check(text), ExchangeRecord.shape.writingEvaluation.safeParse(text).success]).toEqual([accepted, accepted]);
    }));
    for (const name of ["deptCode", "areaCode", "taskHandleItem"]) expect(record.description).toContain(name);
  });

  it("L-6-10 每种答复都写了状态、正文与签名的报头", () => {
    const { responses, parameters, operationId } = openApiDocument.paths[exchangePath].get;
    expect(operationId).toBe("listEvaluations");
    expect(Object.keys(responses)).toEqual(["200", "401", "422", "429", "500", "503"]);
    for (const status of ["200", "422", "429"]) expect(at(`#/paths/${exchangePath.replaceAll("/", "~1")}/get/responses/${status}/headers`), status).toHaveProperty("X-Exchange-Signature");
    expect(parameters.map((one) => (one as { name: string }).name)).toEqual(["cursor", "limit", "X-Exchange-Timestamp", "X-Exchange-Nonce", "X-Exchange-Signature"]);
  });
});

describe("续传的起点", () => {
  it("写出来读得回；认不出的不当真", () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999_999_999n }), fc.uuid(), (changedBy, id) => {
      const place = { changedBy: String(changedBy), id };
      expect(readCursor(writeCursor(place))).toEqual(place);
    }));
    expect([readCursor(null), readCursor(""), readCursor(writeCursor(firstPlace))]).toEqual([firstPlace, firstPlace, firstPlace]);
    fc.assert(fc.property(fc.string({ minLength: 1 }), (text) => {
      const found = readCursor(text);
      expect(found === undefined || writeCursor(found).length > 0).toBe(true);
    }));
    expect(readCursor(btoa("1.x"))).toBeUndefined();
  });
});
