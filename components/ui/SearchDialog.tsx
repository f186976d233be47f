"use client";

import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { Button } from "./Button";
import { Radio } from "./Choices";
import { Dialog } from "./Dialog";
import { FieldError, FieldFrame } from "./FieldFrame";
import { TextInput } from "./TextInput";

/** 查的是什么：「查到 3 家企业」「没有名称含“甲”的其他持证企业」。 */
export interface Sought {
  unit: string;
  noun: string;
  among: string;
  help: string;
}

export type SearchReply<T> = { ok: true; found: readonly T[]; more: boolean } | { ok: false; message: string };

export interface SearchDialogProps<T> {
  title: string;
  sought: Sought;
  search: (name: string) => Promise<SearchReply<T>>;
  keyOf: (one: T) => string;
  labelOf: (one: T) => ReactNode;
  onChoose: (one: T) => void;
  onClose: () => void;
}

interface Found<T> {
  found: readonly T[];
  more: boolean;
  name: string;
}

/** 按名称查询后选定一个：【查询】【确定】【取消】；没查到、没选中都说清楚。 */
export function SearchDialog<T>({ title, sought, search, onChoose, onClose, ...shown }: SearchDialogProps<T>) {
  const nameId = useId();
  const [name, setName] = useState("");
  const [result, setResult] = useState<Found<T>>();
  const [chosen, choose] = useState<string>();
  const [problem, setProblem] = useState<{ at: "name" | "choice"; text: string }>();
  const [searching, setSearching] = useState(false);

  async function query() {
    setSearching(true);
    const asked = name.trim();
    const reply = await search(asked);
    setSearching(false);
    choose(undefined);
    setResult(reply.ok ? { found: reply.found, more: reply.more, name: asked } : undefined);
    setProblem(reply.ok ? undefined : { at: "name", text: reply.message });
  }

  function queryOnEnter(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void query();
  }

  function confirm() {
    const one = result?.found.find((candidate) => shown.keyOf(candidate) === chosen);
    if (one) return onChoose(one);
    setProblem({ at: "choice", text: `请先${result ? "" : "查询并"}选中一${sought.unit}${sought.noun}` });
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
      <FieldFrame id={nameId} label={`${sought.noun}名称`} help={sought.help} error={problem?.at === "name" ? problem.text : undefined}>
        {(control) => (
          <>
            <TextInput {...control} value={name} onChange={(event) => setName(event.target.value)} onKeyDown={queryOnEnter} />
            <Button icon="search" onClick={() => void query()} blocked={searching ? "正在查询" : undefined}>查询</Button>
          </>
        )}
      </FieldFrame>
      {result && <Choices {...shown} {...result} sought={sought} chosen={chosen} onPick={(key) => (choose(key), setProblem(undefined))} />}
      <div role="alert">{problem?.at === "choice" && <FieldError>{problem.text}</FieldError>}</div>
    </Dialog>
  );
}

function summaryOf<T>({ unit, noun, among }: Sought, { found, more, name }: Found<T>): string {
  if (found.length === 0) return `没有名称含“${name}”的${among}，请换个词再查`;
  return more ? `只列出前 ${found.length} ${unit}，请把名称写得更完整` : `查到 ${found.length} ${unit}${noun}`;
}

type ChoicesProps<T> = Found<T> & Pick<SearchDialogProps<T>, "sought" | "keyOf" | "labelOf"> & { chosen: string | undefined; onPick: (key: string) => void };

function Choices<T>({ sought, chosen, keyOf, labelOf, onPick, ...result }: ChoicesProps<T>) {
  return (
    <div className="stack mt">
      <p className="soft" role="status">{summaryOf(sought, result)}</p>
      {result.found.length > 0 && (
        <fieldset>
          <legend className="sr">查询结果</legend>
          {result.found.map((one) => (
            <Radio key={keyOf(one)} name="found" checked={chosen === keyOf(one)} onChange={() => onPick(keyOf(one))} label={labelOf(one)} />
          ))}
        </fieldset>
      )}
    </div>
  );
}
