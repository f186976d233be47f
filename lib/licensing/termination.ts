/** 业务办理终止的页面；给了申请就先选中它。 */
export const terminationPath = (applicationId?: string): string => (applicationId === undefined ? "/termination" : `/termination?application=${applicationId}`);

/** 终止原因的长短。 */
export const terminationReason = { least: 5, most: 500 } as const;
