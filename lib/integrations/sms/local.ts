import type { Sms } from "./sms";

/** 本地默认：不外发，留在发件箱由系统管理员查看。 */
export const localSms: Sms = {
  external: false,
  send: async () => ({ kind: "kept" }),
};
