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
  /** 岗位的词与代码，同序。 */
  posts: string[];
  roles: string[];
  officeName: string;
  active: boolean;
  /** 重设之后还没有换成自己的密码。 */
  temporary: boolean;
  /** 自己的密码在“修改密码”里改。 */
  own: boolean;
}
