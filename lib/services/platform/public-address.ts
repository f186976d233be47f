/** 公众访问本系统的完整地址；印在证照、海报上的二维码须长期有效，所以不取自某次请求。 */
export const publicAddress = (path: string): string => `${process.env.APP_ORIGIN ?? ""}${path}`;
