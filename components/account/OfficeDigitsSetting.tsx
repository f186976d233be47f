"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
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
import { type Act, ask } from "./reply";

export interface OfficeDigits {
  code: string;
  name: string;
  regionDigit: number;
  officeDigit: number;
  confirmed: boolean;
  version: string;
}

type Confirm = Act<{ code: string; version: string; regionDigit: string; officeDigit: string }>;

/** 许可证编号的前两位：没有官方的对照表，逐个核实；核实之前标明暂定。 */
export function OfficeDigitsSetting({ offices, confirm }: { offices: readonly OfficeDigits[]; confirm: Confirm }) {
  const router = useRouter();
  const [open, setOpen] = useState<OfficeDigits>();
  const [done, setDone] = useState<string>();
  const columns: Column<OfficeDigits>[] = [
    { key: "name", head: "派出机构", rowHead: true, cell: (row) => row.name },
    { key: "digits", head: "编号前两位", phoneLabel: "编号前两位", num: true, cell: (row) => `${row.regionDigit}-${row.officeDigit}` },
    { key: "state", head: "状态", cell: (row) => <Status tone={row.confirmed ? "good" : "warn"}>{row.confirmed ? "已核实" : "暂定"}</Status> },
    { key: "act", head: "操作", act: true, cell: (row) => <Button kind="link" about={row.name} onClick={() => setOpen(row)}>核实</Button> },
  ];
  return (
    <Panel title="许可证编号" id="office-digits" flush>
      {done && <Message tone="good" announce>{done}</Message>}
      <Table caption="各派出机构的许可证编号前两位" columns={columns} rows={offices} rowKey={(row) => row.code} />
      {open && (
        <DigitsDialog
          office={open}
          confirm={confirm}
          onClose={() => setOpen(undefined)}
          onLoad={() => {
            setOpen(undefined);
            router.refresh();
          }}
          onDone={() => {
            setOpen(undefined);
            setDone(`已核实${open.name}的编号前两位，以后发的许可证按此编号。`);
            router.refresh();
          }}
        />
      )}
    </Panel>
  );
}

interface DigitsDialogProps {
  office: OfficeDigits;
  confirm: Confirm;
  onClose: () => void;
  /** 别人先改过：关上，取最新的。 */
  onLoad: () => void;
  onDone: () => void;
}

function DigitsDialog({ office, confirm, onClose, onLoad, onDone }: DigitsDialogProps) {
  const [digits, setDigits] = useState({ regionDigit: String(office.regionDigit), officeDigit: String(office.officeDigit) });
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [pending, during] = usePending();

  async function save() {
    const reply = await during(ask(confirm, { code: office.code, version: office.version, ...digits }));
    if (reply.ok) return onDone();
    setErrors(Object.keys(reply.fields).length > 0 ? reply.fields : { regionDigit: reply.message });
  }

  const digit = (key: "regionDigit" | "officeDigit", label: string) => (
    <FieldFrame id={`digit-${key}`} label={label} required error={errors[key]}>
      {(control) => <TextInput {...control} value={digits[key]} inputMode="numeric" onChange={(event) => setDigits({ ...digits, [key]: event.target.value })} />}
    </FieldFrame>
  );
  const footer = (
    <>
      <Button onClick={onClose}>取消</Button>
      <Button kind="primary" onClick={save} blocked={pending ? "正在保存" : undefined}>确认无误</Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={office.name} footer={footer} pending={pending}>
      {errors.version && <ChangedMeanwhile text={errors.version} onLoad={onLoad} />}
      <p className="soft">许可证编号为“大区-机构-流水号-年份”，流水号五位。只影响以后发的许可证。</p>
      <FieldGroup>
        {digit("regionDigit", "大区（第一位）")}
        {digit("officeDigit", "机构（第二位）")}
      </FieldGroup>
    </Dialog>
  );
}
