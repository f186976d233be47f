/** 库里已有的一家企业，判断导入的一行所需的部分。 */
export interface KnownEnterprise {
  uscc: string;
  name: string;
  /** 登记信息，按字段键。 */
  particulars: unknown;
  /** 有账号的由企业自己维护，不从文件更新。 */
  hasAccount: boolean;
  /** 有效而没有届满与否不论的许可证编号；至多一件。 */
  validLicence?: string;
}

/** 库里已有的一件许可证。 */
export interface KnownLicence {
  number: string;
  uscc: string;
  state: string;
  firstIssuedOn: string;
  /** 只有导入留下的版次，可以从文件更正。 */
  importedOnly: boolean;
  current: LicenceFace;
}

/** 一版证面，导入所写的各列。 */
export interface LicenceFace {
  ruleSetId: string;
  items: readonly { category: string; level: string }[];
  holderName: string;
  domicile: string;
  legalRep: string;
  issuedOn: string;
  validFrom: string;
  validTo: string;
}

/** 派出机构与它在编号里的两位。 */
export interface NumberedOffice {
  code: string;
  name: string;
  regionDigit: number;
  officeDigit: number;
}

/** 判断一份文件所需的现状。 */
export interface KnownRegister {
  today: string;
  offices: readonly NumberedOffice[];
  enterprises: ReadonlyMap<string, KnownEnterprise>;
  /** 文件里的名称，已被哪个代码使用。 */
  names: ReadonlyMap<string, string>;
  licences: ReadonlyMap<string, KnownLicence>;
}
