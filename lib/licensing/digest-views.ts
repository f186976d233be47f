/** 今日提醒的一行：多少件、去哪里看。 */
export interface DigestLine {
  what: string;
  count: number;
  href: string;
  urgent: boolean;
}
