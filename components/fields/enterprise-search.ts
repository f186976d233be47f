"use client";

import { createContext } from "react";
import type { LicensedEnterprise } from "@/lib/enterprise/account-views";

type Reply<T> = { ok: true; value: T } | { ok: false; message: string };

/** 按名称查持证企业；服务端限次，不列出本企业。 */
export type SearchEnterprises = (query: { name: string }) => Promise<Reply<{ enterprises: LicensedEnterprise[]; more: boolean }>>;

/** 查询由页面给出；没有的页面不能选。 */
export const EnterpriseSearch = createContext<SearchEnterprises | undefined>(undefined);

const remembered = new Map<string, string>();

/** 刚选定、页面还没重新读出的企业：名称先记着。 */
export function rememberEnterprise({ uscc, name, licenceNumber }: LicensedEnterprise): void {
  remembered.set(uscc, `${name}（许可证 ${licenceNumber}）`);
}

export const recallEnterprise = (uscc: string): string => remembered.get(uscc) ?? uscc;
