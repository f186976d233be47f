import type { Metadata } from "next";
import { HeldLicences } from "@/components/application/HeldLicences";
import { PageHead } from "@/components/ui/PageHead";
import { requireEnterpriseActor } from "@/lib/auth/current-actor";
import { listLicences } from "@/lib/services/licences/list-licences";

export const metadata: Metadata = { title: "我的许可证" };

/** 本企业持有过的许可证。 */
export default async function LicencesPage() {
  const { rows } = await listLicences(await requireEnterpriseActor());
  return (
    <div className="wrap stack">
      <PageHead title="我的许可证" />
      <HeldLicences rows={rows} />
    </div>
  );
}
