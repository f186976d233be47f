import { deferralBar } from "@/lib/licensing/rule-sets/periods";
import { limits } from "@/lib/licensing/rule-sets/limits";

/** 容缺受理：此刻缺哪些，受理之后多久要补齐；提交之前、提交之后都说。 */
export function Deferred({ labels }: { labels: readonly string[] }) {
  return (
    <div className="submit">
      <h2>{labels.length > 0 ? `受理后要补的材料 ${labels.length} 份` : "容缺受理"}</h2>
      {labels.length === 0 && <p>可以后补的材料都已上传，受理后不用再补。</p>}
      <ul className="bullets">
        {labels.map((label, index) => <li key={`${label} ${index}`}>{label}</li>)}
      </ul>
      {labels.length > 0 && <p className="soft small">容缺受理通知书次日起 {limits.deferredMaterial.value} 个工作日内补齐，期限列在首页“待办”；逾期不予许可，{deferralBar}内不得再申请容缺受理。</p>}
    </div>
  );
}
