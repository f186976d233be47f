"use client";

import { useCallback, useMemo, useState } from "react";
import { anchorOf, type Issue } from "@/lib/forms/issue";

export interface ReportedIssues {
  /** 正在显示的不符：报过、且还没改好的。 */
  shown: readonly Issue[];
  /** 第几次报告；焦点只随新的一次移到摘要。 */
  attempt: number;
  report: (issues: readonly Issue[]) => void;
  /** 离开一个字段：已报过的重新判断，填错的补报；空着的不打扰。 */
  recheck: (field: string) => void;
}

/** 同一处的同一条：字段、附件按位置认，规则另按规则认。 */
const identityOf = (issue: Issue): string => `${anchorOf(issue)} ${issue.rule ?? ""}`;

/** 不符只在保存或下一步时报，改好一处去掉一处，不在输入当中冒出来。 */
export function useReportedIssues(live: readonly Issue[]): ReportedIssues {
  const [reported, setReported] = useState<readonly Issue[]>([]);
  const [attempt, setAttempt] = useState(0);
  const shown = useMemo(() => {
    const present = new Set(live.map(identityOf));
    return reported.filter((issue) => present.has(identityOf(issue)));
  }, [reported, live]);

  const report = useCallback((issues: readonly Issue[]) => {
    setReported(issues);
    setAttempt((count) => count + 1);
  }, []);

  const recheck = useCallback(
    (field: string) => {
      const here = (issue: Issue) => issue.field === field && issue.row === undefined;
      setReported((before) => {
        const known = before.some(here);
        const now = live.filter((issue) => here(issue) && (known || issue.nature === "wrong"));
        return known || now.length > 0 ? [...before.filter((issue) => !here(issue)), ...now] : before;
      });
    },
    [live],
  );

  return { shown, attempt, report, recheck };
}
