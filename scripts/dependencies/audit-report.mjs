/** Exit codes of npm run audit:dependencies. Not having looked is not the same as having found nothing. */
export const codes = { clean: 0, vulnerable: 1, notChecked: 2 };
const serious = ["high", "critical"];

/** What npm audit's answer means, in one code and some lines. */
export function readAudit(output) {
  let answer;
  try {
    answer = JSON.parse(output);
  } catch {
    answer = {};
  }
  const counts = answer.metadata?.vulnerabilities;
  if (!counts) {
    const reason = answer.message ?? answer.error?.summary ?? "no answer";
    return { code: codes.notChecked, lines: [`? 没有核对成：软件源没有给出漏洞数据，请在连得上公开软件源的地方再跑（not checked: ${String(reason).split("\n")[0]}）`] };
  }
  const found = Object.values(answer.vulnerabilities ?? {}).map(({ name, severity, range, fixAvailable }) => `  ${severity.padEnd(8)} ${name} ${range}${fixAvailable ? "，有修好的版本" : ""}`);
  const bad = serious.some((level) => counts[level] > 0);
  const total = counts.total ?? found.length;
  return { code: bad ? codes.vulnerable : codes.clean, lines: [`${bad ? "✗" : "✓"} 产品的依赖：${total} 个已知漏洞，其中高危及以上 ${serious.reduce((sum, level) => sum + (counts[level] ?? 0), 0)} 个（known vulnerabilities）`, ...found] };
}
