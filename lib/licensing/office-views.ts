/** 系统管理员看到的一个派出机构。 */
export interface OfficeRow {
  code: string;
  name: string;
  /** 管辖的地区，写在程序里：改动要随系统升级。 */
  area: string;
  /** 许可证编号前两位，与是否已核实。 */
  digits: string;
  confirmed: boolean;
  address: string;
  postalCode: string;
  phone: string;
  /** 所见的联系方式；改的时候带回。 */
  version: string;
}
