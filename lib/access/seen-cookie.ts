/** 本机可读的 Cookie：最近一次请求的时刻（毫秒）。闲置提醒据此计时，不含任何凭据。 */
export const seenCookie = "session-seen";
