import Link from "next/link";
import { Panel } from "@/components/ui/Panel";
import { Status } from "@/components/ui/Status";
import type { BusinessOffer } from "@/lib/licensing/views";

/** 同一个菜单在手册里的几个叫法，都认得出是它。 */
const otherNames = ["承装修业务许可申请", "承装修许可业务", "许可业务", "承装（修、试）业务许可申请"];

/** 业务菜单：只列已经能在网上办的；现在不能办的说明原因。 */
export function BusinessMenu({ offers, level = 2 }: { offers: readonly BusinessOffer[]; level?: 1 | 2 }) {
  return (
    <Panel
      id="businesses"
      flush
      level={level}
      title="承装修试业务许可申请"
      aside={<span className="soft small">点开先看条件、材料和时限，再决定是否开始</span>}
    >
      <p className="sr">又称{otherNames.join("、")}</p>
      <ul className="biz">
        {offers.map((offer) => (
          <li key={offer.business}>
            <Link className="t" href={offer.openApplicationId ? `/applications/${offer.openApplicationId}` : `/guides/${offer.business}`}>
              {offer.label}
            </Link>
            <span className="soft">{offer.summary}</span>
            <Availability offer={offer} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Availability({ offer }: { offer: BusinessOffer }) {
  if (offer.openApplicationId) {
    return offer.openStateWord === "草稿" ? (
      <Status tone="info" icon="pen">
        有草稿，可以继续填写
      </Status>
    ) : (
      <Status tone="info">办理中：{offer.openStateWord}</Status>
    );
  }
  if (offer.unavailableBecause) return <Status tone="lock">不适用：{offer.unavailableBecause}</Status>;
  return <Status tone="good">可以办理</Status>;
}
