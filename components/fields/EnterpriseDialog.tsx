"use client";

import { SearchDialog, type SearchReply } from "@/components/ui/SearchDialog";
import type { LicensedEnterprise } from "@/lib/enterprise/account-views";
import type { SearchEnterprises } from "./enterprise-search";

export interface EnterpriseDialogProps {
  title: string;
  search: SearchEnterprises;
  onChoose: (enterprise: LicensedEnterprise) => void;
  onClose: () => void;
}

const sought = { unit: "家", noun: "企业", among: "其他持证企业", help: "输入名称中的两个字以上，只查持有有效许可证的其他企业" } as const;

/** 查询持证企业。 */
export function EnterpriseDialog({ search, ...rest }: EnterpriseDialogProps) {
  async function query(name: string): Promise<SearchReply<LicensedEnterprise>> {
    const reply = await search({ name }).catch(() => ({ ok: false as const, message: "没有查到，请检查网络后再试" }));
    return reply.ok ? { ok: true, found: reply.value.enterprises, more: reply.value.more } : reply;
  }
  return (
    <SearchDialog {...rest} sought={sought} search={query} keyOf={({ uscc }) => uscc}
      labelOf={({ name, uscc, licenceNumber, scopeText }) => <>{name} <span className="soft small">{uscc}，许可证 {licenceNumber}，{scopeText}</span></>} />
  );
}
