import type { Metadata } from "next";
import { NumberFormats } from "@/components/settings/NumberFormats";
import { ButtonLink } from "@/components/ui/Button";
import { Message } from "@/components/ui/Message";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { getNumberFormats } from "@/lib/services/settings/number-formats";

export const metadata: Metadata = { title: "编号样式" };

/** 编号的样式与下一个号；只看。 */
export default async function NumbersPage() {
  const { office, rows } = await orNotFound(getNumberFormats(await requireStaffActor()));
  return (
    <div className="wrap stack">
      <PageHead title="编号样式" facts={<Facts items={[office]} />} aside={<ButtonLink slim href="/admin/settings">返回设置</ButtonLink>} />
      <Message tone="info">样式只看不改：改了以后，已发出的编号就认不出了。许可证编号的区域、机构两位可以核实；“下一个”不占号，办理时以实际取到的为准，允许跳号，不会重号。</Message>
      <Panel flush title="编号"><NumberFormats rows={rows} /></Panel>
    </div>
  );
}
