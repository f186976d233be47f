import type { UploadFile } from "./upload-file";
export const uploadAttachment: UploadFile = () => Promise.reject(new Error("尚未接通"));
