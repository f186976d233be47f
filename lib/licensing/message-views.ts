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
}

/** 通知公告的一行。 */
export interface NoticeRow {
  id: string;
  title: string;
  publishedAt: string;
}

export interface NoticeView extends NoticeRow {
  body: string;
}
