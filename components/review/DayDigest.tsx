import { Link } from "@/components/ui/Link";
import type { DigestLine } from "@/lib/licensing/digest-views";

const CAP = 200;

/** 今日提醒：逾期的在前面标出，一样一个去处；没有的时候不占地方。 */
export function DayDigest({ lines }: { lines: readonly DigestLine[] }) {
  if (lines.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="day-digest">
      <div className="pb tools">
        <h2 id="day-digest" className="text-body">今日提醒</h2>
        {lines.map(({ what, count, href, urgent }) => (
          <Link key={what} href={href} className={urgent ? "bad-t" : undefined}>{what} {count > CAP ? `${CAP}+` : count}</Link>
        ))}
      </div>
    </section>
  );
}
