/** 表头去掉必填星号与空白后比对。 */
export const bareHeader = (header: string): string => header.normalize("NFKC").replace(/[*\s]/g, "");
