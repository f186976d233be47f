import type { Metadata } from "next";
import { Offices } from "@/components/administration/Offices";
import { Link } from "@/components/ui/Link";
import { Message } from "@/components/ui/Message";
import { PageHead } from "@/components/ui/PageHead";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { listOffices } from "@/lib/services/settings/manage-offices";
import { changeOfficeContactAction } from "./actions";

export const metadata: Metadata = { title: "派出机构" };

/** 派出机构与管辖地区：企业按登记的地区归到其中一个。 */
export default async function OfficesPage() {
  const offices = await orNotFound(listOffices(await requireStaffActor()));
  return (
    <div className="wrap stack">
      <PageHead title="派出机构" />
      <Message>
        机构名称取自国家能源局公布的派出机构；管辖地区由公开的职责整理，尚待官方核对，改动随系统升级。编号前两位在<Link className="link" href="/admin/settings">设置</Link>里核实。
      </Message>
      <Offices offices={offices} change={changeOfficeContactAction} />
    </div>
  );
}
