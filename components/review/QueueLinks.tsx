import { Link } from "@/components/ui/Link";
import { queueAddress } from "@/lib/licensing/queue-query";
import type { StageCode } from "@/lib/licensing/stages";

export const queuePeoplePath = "/admin/queue/people";

/** 工作列表旁的两处，放在页头的几句话里：全部环节的案件，人员与外出。 */
export const queueLinks = (stage?: StageCode) => [
  stage && <Link key="all" href={queueAddress({ cut: "running" })}>全部案件</Link>,
  <Link key="people" href={queuePeoplePath}>人员与外出</Link>,
];
