import "server-only";
import { sendsExternally } from "./read-outbox";

/** 短信不外发时在页面上说明；真的外发时为 undefined。 */
export const localSmsNotice = (): string | undefined => (sendsExternally() ? undefined : "本地演示环境：短信不外发，由系统管理员在内网“短信发件箱”查看");
