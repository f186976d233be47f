/** 待办的一行。 */
export interface TodoRow {
  id: string;
  kind: string;
  kindWord: string;
  title: string;
  detail: string;
  href: string;
  createdAt: string;
  dueOn?: string;
  remainingWorkingDays?: number;
  /** 到期那一年的节假日安排还没有公布。 */
  dueProvisional?: boolean;
  /** 现在还办不成的，何时起可以。 */
  paused?: string;
}

/** 站内消息的一行。 */
export interface MessageRow {
  id: string;
  title: string;
  body: string;
  /** 没有去处时为空串。 */
  href: string;
  createdAt: string;
  read: boolean;
  /** 随这条消息送出的文书。 */
  document?: { id: string; kindWord: string; number: string };
}

/** 通知公告的一行。 */
export interface NoticeRow {
  id: string;
  title: string;
  publishedAt: string;
  pinned: boolean;
  /** 只给登录的企业看的。 */
  forEnterprises: boolean;
}

export interface NoticeView extends NoticeRow {
  body: string;
}
