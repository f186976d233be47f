import type { AttachedFile, Row } from "@/lib/forms/answers";
import type { Uploads } from "../attachments/use-uploads";
import type { SaveResult } from "../use-section-draft";
import type { RowFormOptions } from "./use-row-form";

/** 一行的编辑器所需的，对话框与侧边栏相同。 */
export interface RowEditorProps {
  options: RowFormOptions;
  title: string;
  uploads: Uploads;
  onRemoveFile: (file: AttachedFile) => void;
  /** 保存这一行；答复没存进去时编辑器不关。 */
  onConfirm: (row: Row, then?: () => void) => Promise<SaveResult>;
  onCancel: () => void;
}

/** 没通过时把焦点放到第一处，读屏随即读出原因。 */
export function focusFirstFault(formId: string): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`#${CSS.escape(formId)} [aria-invalid="true"]`)?.focus();
  });
}
