import type { BadRatingAction } from "@/lib/evaluation/bad-ratings/workflow";
import { addWorkingDays } from "@/lib/workflow/calendar";
import type { IsoDate } from "@/lib/workflow/iso-date";

export interface BadStep {
  action: BadRatingAction;
  by: string;
  /** 评价之后第几个工作日。 */
  after: number;
  to?: string;
  verdict?: string;
  complex?: boolean;
  outcome?: string;
  text?: string;
}

export interface BadStory {
  /** 评价的那天；afterFinished 为所评案件办结的次日。 */
  on: IsoDate | "afterFinished";
  /** 由待办评价的企业；没有即窗口扫码评的。 */
  login?: string;
  servicePoint?: string;
  level: 1 | 2;
  options: readonly string[];
  comment?: string;
  name?: string;
  steps: readonly BadStep[];
}

const dispatched = (to: string, after = 1): BadStep => ({ action: "assign", by: "pingjia", after, to });
const hall = "政务服务大厅 1 号窗口";

/** 演示用的差评，从新到旧；日期从今天倒推。 */
export function badStoriesFor(today: IsoDate): BadStory[] {
  const ago = (days: number): IsoDate => addWorkingDays(today, -days);
  return [
    { on: ago(1), servicePoint: hall, level: 2, options: ["213"], comment: "窗口说不清楚要交哪一年的社保证明，让回去自己查。", name: "韩志强", steps: [] },
    { on: ago(2), servicePoint: "政务服务大厅 2 号窗口", level: 1, options: ["112"], name: "唐秀兰", steps: [dispatched("shouli", 1)] },
    {
      on: ago(3), servicePoint: hall, level: 2, options: ["212"], comment: "预约了九点，到了还是重新取号。", steps: [
        dispatched("shouli", 1),
        { action: "verify", by: "shouli", after: 2, verdict: "reasonable", complex: true, text: "当日叫号机没有同步预约名单，预约的三人都重新取了号。" },
        { action: "startRectifying", by: "shouli", after: 2, text: "与大厅一起改叫号机的预约同步；改好之前由导办人工引导预约的人。" },
      ],
    },
    {
      on: ago(7), servicePoint: "政务服务大厅 2 号窗口", level: 1, options: ["108", "109"], comment: "让补一份办事指南上没有的说明。", name: "萧文博", steps: [
        dispatched("shencha", 1),
        { action: "verify", by: "shencha", after: 2, verdict: "reasonable", text: "要求补的业绩说明不在办事指南里，属实。" },
        { action: "startRectifying", by: "shencha", after: 3, text: "撤回该项要求，并在审查要点里写明不得另加材料。" },
      ],
    },
    {
      on: ago(4), servicePoint: hall, level: 1, options: ["115"], comment: "电影院的停车费太贵了。", name: "曹国栋", steps: [
        dispatched("fushen", 1),
        { action: "verify", by: "fushen", after: 2, verdict: "mistaken", text: "所说与本机构的服务无关，当日也没有这位评价人的办件。" },
        { action: "appeal", by: "fushen", after: 2, text: "评价内容指向别的场所，应属扫错了码，请予复核排除。" },
      ],
    },
    {
      on: ago(6), login: "qiye_22", level: 2, options: ["208"], comment: "材料清单与实际要求不一致，补了两次。", name: "董海涛", steps: [
        dispatched("shouli", 1),
        { action: "verify", by: "shouli", after: 1, verdict: "reasonable", text: "清单漏列了安全生产制度一项，属实。" },
        { action: "startRectifying", by: "shouli", after: 2, text: "更正材料清单并通知在办的企业。" },
        { action: "answer", by: "shouli", after: 4, text: "您反映的问题属实，材料清单已更正，给您添了麻烦，我们道歉；再次申请时按新的清单准备即可。" },
      ],
    },
    {
      on: "afterFinished", login: "bing_power", level: 2, options: ["209"], comment: "等的时间比承诺的长。", name: "吕建国", steps: [
        dispatched("shencha", 1),
        { action: "verify", by: "shencha", after: 2, verdict: "unreasonable", text: "补正占用的时间依法不计入，办结没有超过承诺时限。" },
        { action: "answer", by: "shencha", after: 3, text: "本件自受理起第十二个工作日办结，其间企业补正的时间依法不计入，没有超过承诺时限；今后我们会在补正通知里写明计时方法。" },
        { action: "callBack", by: "pingjia", after: 5, outcome: "satisfied", text: "已电话说明计时方法，企业表示理解。" },
        { action: "close", by: "pingjia", after: 5 },
      ],
    },
  ];
}
