"use client";

import { type KeyboardEvent, useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Radio } from "@/components/ui/Choices";
import { Dialog } from "@/components/ui/Dialog";
import { FieldError, FieldFrame } from "@/components/ui/FieldFrame";
import { TextInput } from "@/components/ui/TextInput";
import type { FoundEnterprise, SearchEnterprises } from "./enterprise-search";

interface Found {
  enterprises: readonly FoundEnterprise[];
  more: boolean;
  name: string;
}

export interface EnterpriseDialogProps {
  title: string;
  search: SearchEnterprises;
  onChoose: (enterprise: FoundEnterprise) => void;
  onClose: () => void;
}

const offline = { ok: false as const, message: "没有查到，请检查网络后再试" };

/** 查询持证企业：两个字以上，【查询】【确定】【取消】。 */
export default function EnterpriseDialog({ title, search, onChoose, onClose }: EnterpriseDialogProps) {
  const nameId = useId();
  const [name, setName] = useState("");
  const [found, setFound] = useState<Found>();
  const [chosen, choose] = useState<string>();
  const [problem, setProblem] = useState<{ at: "name" | "choice"; text: string }>();
  const [searching, setSearching] = useState(false);

  async function query() {
    setSearching(true);
    const asked = name.trim();
    const reply = await search({ name: asked }).catch(() => offline);
    setSearching(false);
    choose(undefined);
    setFound(reply.ok ? { ...reply.value, name: asked } : undefined);
    setProblem(reply.ok ? undefined : { at: "name", text: reply.message });
  }

  function queryOnEnter(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void query();
  }

  function confirm() {
    const enterprise = found?.enterprises.find(({ uscc }) => uscc === chosen);
    if (enterprise) return onChoose(enterprise);
    setProblem({ at: "choice", text: found ? "请先选中一家企业" : "请先查询并选中一家企业" });
  }

  const footer = (
    <>
      <Button onClick={onClose}>取消</Button>
      <Button kind="primary" onClick={confirm}>确定</Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={title} footer={footer}>
      {/* 弹窗开在别的表单里面，不能再套一个表单：回车即查询 */}
      <FieldFrame id={nameId} label="企业名称" help="输入名称中的两个字以上，只查持有有效许可证的其他企业" error={problem?.at === "name" ? problem.text : undefined}>
        {(control) => (
          <>
            <TextInput {...control} value={name} onChange={(event) => setName(event.target.value)} onKeyDown={queryOnEnter} />
            <Button icon="search" onClick={() => void query()} blocked={searching ? "正在查询" : undefined}>查询</Button>
          </>
        )}
      </FieldFrame>
      {found && <Choices {...found} chosen={chosen} onChoose={(uscc) => (choose(uscc), setProblem(undefined))} />}
      <div role="alert">{problem?.at === "choice" && <FieldError>{problem.text}</FieldError>}</div>
    </Dialog>
  );
}

function Choices({ enterprises, more, name, chosen, onChoose }: Found & { chosen: string | undefined; onChoose: (uscc: string) => void }) {
  const none = `没有名称含“${name}”的其他持证企业，请换个词再查`;
  const summary = enterprises.length === 0 ? none : more ? `只列出前 ${enterprises.length} 家，请把名称写得更完整` : `查到 ${enterprises.length} 家企业`;
  return (
    <div className="stack mt">
      <p className="soft" role="status">{summary}</p>
      {enterprises.length > 0 && (
        <fieldset>
          <legend className="sr">查询结果</legend>
          {enterprises.map((enterprise) => (
            <Radio key={enterprise.uscc} name="enterprise" checked={chosen === enterprise.uscc} onChange={() => onChoose(enterprise.uscc)}
              label={<>{enterprise.name} <span className="soft small">{enterprise.uscc}，许可证 {enterprise.licenceNumber}，{enterprise.scopeText}</span></>} />
          ))}
        </fieldset>
      )}
    </div>
  );
}
