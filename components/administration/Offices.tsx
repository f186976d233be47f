"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { type Act, ask } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { ChangedMeanwhile } from "@/components/ui/ChangedMeanwhile";
import { Dialog } from "@/components/ui/Dialog";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { Message } from "@/components/ui/Message";
import { FieldGroup, Panel } from "@/components/ui/Panel";
import { Status } from "@/components/ui/Status";
import { type Column, Table } from "@/components/ui/Table";
import { TextInput } from "@/components/ui/TextInput";
import { usePending } from "@/components/ui/use-pending";
import type { OfficeRow } from "@/lib/licensing/office-views";

type Change = Act<Pick<OfficeRow, "code" | "version" | "address" | "postalCode" | "phone">>;

/** 派出机构：管辖地区与编号只看，联系方式可改。 */
export function Offices({ offices, change }: { offices: readonly OfficeRow[]; change: Change }) {
  const router = useRouter();
  const [open, setOpen] = useState<OfficeRow>();
  const [done, setDone] = useState<string>();
  const columns: Column<OfficeRow>[] = [
    { key: "name", head: "派出机构", rowHead: true, cell: (row) => row.name },
    { key: "area", head: "管辖地区", phoneLabel: "管辖地区", cell: (row) => row.area },
    { key: "digits", head: "编号前两位", phoneLabel: "编号前两位", nowrap: true, cell: (row) => <>{row.digits} <Status tone={row.confirmed ? "good" : "warn"}>{row.confirmed ? "已核实" : "暂定"}</Status></> },
    { key: "contact", head: "联系方式", phoneLabel: "联系方式", cell: (row) => contactOf(row) || <span className="soft">未填写</span> },
    { key: "act", head: "操作", act: true, cell: (row) => <Button kind="link" about={row.name} onClick={() => setOpen(row)}>改联系方式</Button> },
  ];

  function changed(name: string) {
    setOpen(undefined);
    setDone(`已改${name}的联系方式，以后的文书与通知按此印。`);
    router.refresh();
  }

  function load() {
    setOpen(undefined);
    router.refresh();
  }

  return (
    <Panel title="十八个派出机构" flush>
      {done && <div className="pb"><Message tone="good" announce>{done}</Message></div>}
      <Table caption="派出机构、管辖地区、编号前两位与联系方式" columns={columns} rows={offices} rowKey={(row) => row.code} />
      {open && <ContactDialog office={open} change={change} onClose={() => setOpen(undefined)} onLoad={load} onDone={() => changed(open.name)} />}
    </Panel>
  );
}

const contactOf = ({ address, postalCode, phone }: OfficeRow): string => [address, postalCode, phone].filter(Boolean).join("，");

const fields = [
  { key: "address", label: "地址", full: true },
  { key: "postalCode", label: "邮政编码", full: false },
  { key: "phone", label: "电话", full: false },
] as const;

interface ContactDialogProps {
  office: OfficeRow;
  change: Change;
  onClose: () => void;
  /** 别人先改过：关上，取最新的。 */
  onLoad: () => void;
  onDone: () => void;
}

function ContactDialog({ office, change, onClose, onLoad, onDone }: ContactDialogProps) {
  const formId = useId();
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string>();
  const [pending, during] = usePending();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (key: string): string => String(form.get(key) ?? "").trim();
    const reply = await during(ask(change, { code: office.code, version: office.version, address: text("address"), postalCode: text("postalCode"), phone: text("phone") }));
    if (reply.ok) return onDone();
    setFaults(reply.fields);
    setFailure(Object.keys(reply.fields).length > 0 ? undefined : reply.message);
  }

  const footer = (
    <>
      <Button onClick={onClose}>取消</Button>
      <Button kind="primary" type="submit" form={formId} blocked={pending ? "正在保存" : undefined}>保存</Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={office.name} footer={footer} pending={pending}>
      <form id={formId} className="stack" noValidate onSubmit={(event) => void submit(event)}>
        {failure && <Message tone="bad" announce>{failure}</Message>}
        {faults.version && <ChangedMeanwhile text={faults.version} onLoad={onLoad} />}
        <p className="soft">印在以后的文书与通知上；空着的不印。</p>
        <FieldGroup>
          {fields.map(({ key, label, full }) => (
            <FieldFrame key={key} id={`office-${key}`} label={label} optional full={full} error={faults[key]}>
              {(control) => <TextInput {...control} name={key} defaultValue={office[key]} />}
            </FieldFrame>
          ))}
        </FieldGroup>
      </form>
    </Dialog>
  );
}
