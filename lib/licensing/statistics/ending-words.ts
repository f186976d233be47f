/** 没有作出许可决定而办结的，用时怎么算：页面与导出说的是同一句。 */
export const endingsName = "不予受理与终止的用时";
export const endingsReckoning = "受理次日起至办结之日的工作日，没有受理的自最近一次提交次日起，等补正的日子在内；没有期限可比";
