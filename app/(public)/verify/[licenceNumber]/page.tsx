import type { Metadata } from "next";
import { VerifyForm } from "@/components/licence/VerifyForm";
import { PageHead, TermList } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { Verdict } from "@/components/ui/Status";
import { CERTIFICATE_TITLE } from "@/lib/licensing/licence/certificate";
import { numberInAddress } from "@/lib/licensing/licence/number";
import type { LicenceVersionView } from "@/lib/licensing/licence-views";
import { findPublicLicence } from "@/lib/services/licences/find-public-licence";
import { now } from "@/lib/services/platform/clock";
import { formatChineseDate, shanghaiMoment } from "@/lib/workflow/iso-date";

type Props = { params: Promise<{ licenceNumber: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `许可证查验 ${numberInAddress((await params).licenceNumber).slice(0, 40)}` };
}

/** 公开查验：状态以一个词为准，登记内容在下，不含个人证件与电话。 */
export default async function VerifyPage({ params }: Props) {
  const licence = await findPublicLicence(numberInAddress((await params).licenceNumber));
  return (
    <div className="narrow stack">
      <PageHead title="许可证查验" facts={<p className="facts"><span>{CERTIFICATE_TITLE}</span><span>{licence.number}</span></p>} />
      <Verdict tone={licence.tone} word={licence.stateWord}>{licence.sentence}</Verdict>
      {licence.version ? <Registered number={licence.number} version={licence.version} /> : <VerifyForm number={licence.number} />}
      <p className="soft small">
        查验时间 {shanghaiMoment(await now())}，以本页实时结果为准。与证书所载不一致的，请拨打 12398 反映。
      </p>
    </div>
  );
}

function Registered({ number, version }: { number: string; version: LicenceVersionView }) {
  const items = version.items.map((item) => (item.range ? `${item.word}（${item.range}）` : item.word)).join("、");
  return (
    <Panel title="登记内容">
      <TermList
        items={[
          { term: "单位名称", value: version.holderName },
          { term: "统一社会信用代码", value: version.uscc },
          { term: "许可证编号", value: number },
          { term: "类别和等级", value: items },
          { term: "法定代表人", value: version.legalRep },
          { term: "住所", value: version.domicile },
          { term: "发证日期", value: formatChineseDate(version.issuedOn) },
          { term: "有效期限", value: `${formatChineseDate(version.validFrom)}至${formatChineseDate(version.validTo)}` },
          { term: "发证机关", value: version.officeName },
        ]}
      />
    </Panel>
  );
}
