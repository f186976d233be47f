import type { ClaimAction, Reply } from "./types";

export interface AssignReply {
  moved: number;
  left: string[];
  more: boolean;
}

interface Given {
  toIds: string[];
  reason: string;
}

/** 工作列表上的服务端动作，由页面作为属性交进来。 */
export interface QueueActions {
  claim: ClaimAction;
  assign: (command: Given & { caseIds: string[] }) => Promise<Reply<AssignReply>>;
  saveView: (command: { name: string; query: Record<string, string | undefined> }) => Promise<Reply<unknown>>;
  renameView: (command: { id: string; name: string }) => Promise<Reply<unknown>>;
  removeView: (command: { id: string }) => Promise<Reply<unknown>>;
  acknowledge: (command: { ids: string[] }) => Promise<Reply<unknown>>;
}

/** 人员与外出页上的服务端动作。 */
export interface PeopleActions {
  redistribute: (command: Given & { fromId: string }) => Promise<Reply<AssignReply>>;
  recordAbsence: (command: { accountId: string; fromOn: string; untilOn: string; note: string }) => Promise<Reply<unknown>>;
  removeAbsence: (command: { id: string }) => Promise<Reply<unknown>>;
}
