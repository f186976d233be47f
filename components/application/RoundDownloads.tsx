/** 一轮提交的内容（PDF）与全部附件（zip），以后任何时候都能下载。 */
export function RoundDownloads({ applicationId, round }: { applicationId: string; round: number }) {
  const base = `/api/applications/${applicationId}/rounds/${round}`;
  return (
    <span className="no-print">
      <a className="link" href={`${base}/summary.pdf`} download>第 {round} 次提交的内容（PDF）</a>{" "}
      <a className="link" href={`${base}/files.zip`} download>全部附件（zip）</a>
    </span>
  );
}
