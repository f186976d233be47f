import { performanceDemandsOfHolder } from "../rules/performance-of-holder";
import { performanceSection } from "./performance";

/** 许可事项变更：原有级别要求业绩的也须填写。 */
export const performanceOfHolder = performanceSection(performanceDemandsOfHolder);
