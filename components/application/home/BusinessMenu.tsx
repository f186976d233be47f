import { Link } from "@/components/ui/Link";
import { Panel } from "@/components/ui/Panel";
import { Status } from "@/components/ui/Status";
import type { BusinessOffer } from "@/lib/licensing/views";

/** 同一个菜单在手册里的几个叫法，都认得出是它。 */
const otherNames = ["承装修业务许可申请", "承装修许可业务", "许可业务", "承装（修、试）业务许可申请"];

/** 业务菜单：只列已经能在网上办的；现在不能办的说明原因。点开即问信用接口，可选的办理方式在办事指南上提示。ratings 为待评价的件数，给了才列好差评。 */
export function BusinessMenu({ offers, level = 2, ratings }: { offers: readonly BusinessOffer[]; level?: 1 | 2; ratings?: number }) {
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
            <Link className="t" href={hrefOf(offer)}>
              {offer.label}
              {offer.formerLabel && <span className="sr">（又称{offer.formerLabel}）</span>}
            </Link>
            <span className="soft">{offer.summary}</span>
            <Availability offer={offer} />
          </li>
        ))}
        {ratings !== undefined && (
          <li>
            <Link className="t" href="/evaluations">
              好差评
            </Link>
            <span className="soft">已办结的业务，可以评价办理的服务</span>
            {ratings > 0 ? <Status tone="info">{ratings} 项待评价</Status> : <Status tone="off">没有待评价的</Status>}
          </li>
        )}
      </ul>
    </Panel>
  );
}

function hrefOf({ business, href, openApplicationId }: BusinessOffer): string {
  if (openApplicationId) return `/applications/${openApplicationId}`;
  return href ?? `/guides/${business}?start`;
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
