import * as z from "zod";
import { isWithin, RATING_TEXT_MAX } from "../rating";

const text = (description: string) => z.string().meta({ description });
const moment = (description: string) => z.iso.datetime({ offset: true }).nullable().meta({ description: `${description}，没有的为 null` });
const flagWords = { I: "新增", U: "修改", D: "复核后不计入" } as const;

/** 标准里选填、这里不给的，各有缘故。 */
const notGiven = [
  "不给的选填字段：",
  "deptCode 部门统一社会信用代码——本系统没有登记派出机构的代码；",
  "areaCode 行政区划——派出机构的辖区跨几个省或划到盟市，没有单独一个代码，受理部门见 proDepart；",
  "taskHandleItem 业务办理项编码——本系统的业务不再分办理项，见 taskCode；",
  "subMatter、proManager 没有登记；联系电话、代理人、证件号码与评价人身份标识不对外提供。",
].join("");

/**
 * 交换的一条评价：字段名按各地评价汇聚接口的通行写法（domain 的第六节）。
 * 手机号码、代理人、证件号码不在其中：见 docs/decisions 的说明。
 */
export const ExchangeRecord = z
  .strictObject({
    id: z.uuid().meta({ description: "评价的编号；同一编号再次收到时覆盖前一次" }),
    projectNo: text("办件编号；一次一评没有办件，取评价的编号"),
    serviceNumber: z.int().min(1).meta({ description: "服务次数：一件一次" }),
    serviceName: text("服务（环节）名称；一次一评为服务点"),
    serviceTime: moment("服务时间：办结时间，一次一评为评价时间"),
    taskCode: text("事项编码：本系统的业务代码"),
    taskName: text("事项名称"),
    proStatus: text("办件状态"),
    proDepart: text("受理部门"),
    userName: text("申请人名称：企业名称；一次一评只给遮盖后的称呼"),
    userProp: z.enum(["2", "9"]).meta({ description: "申请人类型：2 企业法人，9 其他" }),
    userPageType: z.enum(["uscc", "none"]).meta({ description: "申请人证件类型：uscc 统一社会信用代码，none 没有" }),
    pf: z.enum(["todo", "visit", "matter"]).meta({ description: "评价渠道：todo 待办一事一评，visit 扫码一次一评，matter 扫码一事一评" }),
    satisfaction: z.int().min(1).max(5).meta({ description: "整体满意度，5 非常满意 至 1 非常不满意" }),
    evalDetail: z.string().regex(/^(\d{3}(,\d{3})*)?$/).meta({ description: "评价详情：选项代码，逗号隔开" }),
    writingEvaluation: z.string().refine((words) => isWithin(words, RATING_TEXT_MAX)).meta({ description: "文字评价", maxLength: RATING_TEXT_MAX }),
    assessTime: z.iso.datetime({ offset: true }).meta({ description: "评价时间" }),
    assessNumber: z.int().min(1).meta({ description: "评价次数：一次服务一条" }),
    acceptDate: moment("收件时间"),
    resultDate: moment("办结时间"),
    promisetime: z.iso.date().nullable().meta({ description: "承诺办结的日子，没有的为 null" }),
    dataSource: text("数据来源"),
    isdefault: z.literal("0").meta({ description: "是否默认评价：没有默认评价，恒为 0" }),
    effectivEvalua: z.enum(["0", "1"]).meta({ description: "是否有效评价：复核认定误评、恶意的为 0" }),
    appstatus: z.enum(["none", "raised", "upheld", "excluded"]).meta({ description: "申诉状态：none 无，raised 复核中，upheld 维持，excluded 不计入" }),
    answerStatus: z.enum(["0", "1"]).meta({ description: "答复状态：1 已答复" }),
    rectification: z.enum(["none", "rectifying", "rectified"]).meta({ description: "整改结果：none 不需要或尚未核实，rectifying 整改中，rectified 已整改" }),
    flag: z.enum(["I", "U", "D"]).meta({ description: Object.entries(flagWords).map(([code, word]) => `${code} ${word}`).join("，") }),
  })
  .meta({ id: "EvaluationRecord", description: notGiven });

export type ExchangeRecord = z.infer<typeof ExchangeRecord>;

/** 一页：按变动的先后；more 为假时已到目前的末尾，过一会儿用同一个 cursor 再问。 */
export const ExchangePage = z
  .strictObject({
    records: z.array(ExchangeRecord),
    cursor: z.string().meta({ description: "下一页从这里起；不透明，原样带回。没有新的记录时与所问的相同" }),
    more: z.boolean().meta({ description: "还有没有已经可取的下一页" }),
  })
  .meta({ id: "EvaluationPage" });

export type ExchangePage = z.infer<typeof ExchangePage>;

export const ExchangeFault = z.strictObject({ message: z.string(), error: z.string() }).meta({ id: "Fault" });

/** 一页缺省与至多的条数。 */
export const PAGE_SIZE = { usual: 200, most: 1000 } as const;
