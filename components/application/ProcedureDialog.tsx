"use client";

import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { Message } from "@/components/ui/Message";
import type { ProcedureCode } from "@/lib/terms/application";
import { procedures } from "@/lib/terms/application";
import { type OffersView, standardLabel } from "@/lib/licensing/procedures/start";
import { momentOf } from "./moments";

export interface ProcedureDialogProps {
  business: string;
  offers: OffersView;
  pending: boolean;
  onChoose: (procedure: ProcedureCode) => void;
  onClose: () => void;
}

/** 选择办理方式：适用的都在这里，选定之后不能更换。 */
export function ProcedureDialog({ business, offers, pending, onChoose, onClose }: ProcedureDialogProps) {
  const { groups, bars = [], source, cachedAt } = offers;
  return (
    <Dialog open onClose={onClose} title={`${business}：选择办理方式`}>
      <div className="stack">
        {groups.map(({ procedure, text, choices }) => (
          <section key={procedure} aria-labelledby={`procedure-${procedure}`}>
            <h3 id={`procedure-${procedure}`}>{procedures[procedure]}</h3>
            <p>{text}</p>
            <div className="btns mt">
              {choices.map(({ label, look, procedure: chosen }) => (
                <Button key={label} kind={look} onClick={chosen ? () => onChoose(chosen) : onClose} blocked={pending ? "正在开始" : undefined}>
                  {label}
                </Button>
              ))}
            </div>
          </section>
        ))}
        {bars.map((bar) => <Message key={bar} tone="warn" title="限制期内。">{bar}</Message>)}
        {groups.length === 0 && (
          <div className="btns">
            <Button kind="primary" onClick={() => onChoose("standard")} blocked={pending ? "正在开始" : undefined}>{standardLabel}</Button>
            <Button onClick={onClose}>取消</Button>
          </div>
        )}
        <p className="soft small">
          办理方式开始填写后不能更换。信用情况取自{source}
          {cachedAt && `（接口暂时没有答复，用的是${momentOf(cachedAt)}的答复）`}。
        </p>
      </div>
    </Dialog>
  );
}
