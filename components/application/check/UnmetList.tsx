import { Link } from "@/components/ui/Link";
import type { UnmetGroup } from "./unmet";

const AT_FIRST = 30;

/** 不符项：每条一个链接，直接到要改的地方；一页里太多的先列几条，其余折起。 */
export function UnmetList({ groups }: { groups: readonly UnmetGroup[] }) {
  return (
    <div className="unmet mt" id="unmet" tabIndex={-1}>
      {groups.map((group) => (
        <section key={group.section}>
          <h2>
            {group.label}
            <span className="bad-t small">{group.lines.length} 项</span>
          </h2>
          <Lines lines={group.lines.slice(0, AT_FIRST)} />
          {group.lines.length > AT_FIRST && (
            <details>
              <summary className="py-2">另有 {group.lines.length - AT_FIRST} 项</summary>
              <Lines lines={group.lines.slice(AT_FIRST)} />
            </details>
          )}
        </section>
      ))}
    </div>
  );
}

function Lines({ lines }: { lines: UnmetGroup["lines"] }) {
  return (
    <ul>
      {lines.map(({ key, href, text, duty, present }) => (
        <li key={key}>
          <Link href={href}>{text}</Link>
          <span className="nd">
            {duty && `${duty}，`}
            <b>{present}</b>
          </span>
        </li>
      ))}
    </ul>
  );
}
