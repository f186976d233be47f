import type { ReactNode } from "react";

interface FilePickerProps {
  id: string;
  /** 读屏听到的：选取的是什么文件。 */
  title: string;
  accept: string;
  file: File | undefined;
  onPick: (file: File | undefined) => void;
  /** 标签之前的，如下载模板。 */
  before?: ReactNode;
}

/** 选取一个文件：按钮样的标签，选了之后写出文件名。 */
export function FilePicker({ id, title, accept, file, onPick, before }: FilePickerProps) {
  return (
    <div className="btns">
      {before}
      <label className="btn" htmlFor={id}>选取文件</label>
      <input className="sr" id={id} type="file" accept={accept} aria-label={`选取文件：${title}`} onChange={(event) => onPick(event.target.files?.[0])} />
      <span>{file ? file.name : <span className="soft">尚未选取</span>}</span>
    </div>
  );
}
