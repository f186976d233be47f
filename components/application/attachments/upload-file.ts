import type { AttachedFile } from "@/lib/forms/answers";

/** 附件放在哪里：页签的材料，或某一行的材料。 */
export interface SlotPlace {
  section: string;
  slot: string;
  row?: string;
}

export interface UploadOptions {
  signal: AbortSignal;
  /** 0–100；到 100 之后服务端还要检查文件。 */
  onProgress: (percent: number) => void;
}

/** 上传一个文件，成功后答复已入库的附件；失败抛出，message 是给人看的原因。 */
export type UploadFile = (applicationId: string, place: SlotPlace, file: File, options: UploadOptions) => Promise<AttachedFile>;
