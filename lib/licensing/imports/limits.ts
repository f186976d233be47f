/** 每张表至多多少行；再多的分成几个文件。 */
export const MAX_IMPORT_ROWS = 5_000;

/** 文件至多多大；五千行的两张表约一兆。 */
export const MAX_IMPORT_MEGABYTES = 3;
export const MAX_IMPORT_BYTES = MAX_IMPORT_MEGABYTES * 1024 * 1024;

/** 没有确认的导入留几天。 */
export const KEPT_DAYS = 7;

/** 顺序号五位、从不重新开始，新证接着导入的往后取：再大的多半是写错了。 */
export const MAX_IMPORTED_SERIAL = 90_000;
