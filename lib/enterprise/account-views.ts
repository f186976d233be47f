/** 可选作上级企业的机构。 */
export interface Institution {
  id: string;
  name: string;
  uscc: string;
}

/** 可选作分立、合并另一方的持证企业；与公开查验看得到的相同。 */
export interface LicensedEnterprise {
  uscc: string;
  name: string;
  licenceNumber: string;
  scopeText: string;
}

/** 本企业的一个账号。 */
export interface Colleague {
  id: string;
  login: string;
  name: string;
  mobile: string;
  roles: string[];
  active: boolean;
  /** 自己与企业管理员不能在这里停用。 */
  fixed: boolean;
}

/** 内网的一个账号。 */
export interface StaffAccount {
  id: string;
  login: string;
  name: string;
  /** 遮盖着；没有登记的为空。 */
  mobile: string;
  /** 岗位的词与代码，同序。 */
  posts: string[];
  roles: string[];
  officeCode: string;
  officeName: string;
  active: boolean;
  /** 重设之后还没有换成自己的密码。 */
  temporary: boolean;
  /** 用着动态口令。 */
  secondFactor: boolean;
  /** 正外出，到哪一天为止。 */
  awayUntil?: string;
  /** 承办着几件在办的案件。 */
  held: number;
  /** 自己的由别的系统管理员办。 */
  own: boolean;
  /** 所见的内容；改的时候带回，据此认出别人先改过。 */
  version: string;
}

/** 自己的一处登录。 */
export interface SessionView {
  id: string;
  device: string;
  address: string;
  startedAt: string;
  usedAt: string;
  /** 正在用的这一处。 */
  current: boolean;
}

/** 一家企业与它的账号，供系统管理员查找。 */
export interface EnterpriseWithAccounts {
  id: string;
  name: string;
  uscc: string;
  officeName: string;
  accounts: {
    id: string;
    login: string;
    name: string;
    mobile: string;
    roles: string[];
    active: boolean;
    /** 占着登录名、等待认领的核实。 */
    claiming: boolean;
  }[];
}
