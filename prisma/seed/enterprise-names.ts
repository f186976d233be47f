/** 演示企业：账号、名称、住所、信用与设定。前五家是文档与测试用的固定案例，其余让列表像真的。 */
export interface DemoEnterprise {
  login: string;
  name: string;
  /** 虚构机构代码 XFAKE 之后的三位。 */
  serial: number;
  region: string;
  street: string;
  grade?: "good" | "trustworthy" | "untrustworthy" | "seriouslyUntrustworthy";
  pilotZone?: boolean;
  commitmentRegion?: boolean;
}

const SHENYANG = "辽宁省/沈阳市";

export const mainEnterprises: readonly DemoEnterprise[] = [
  { login: "jia_power", name: "沈阳甲电力工程有限公司", serial: 501, region: `${SHENYANG}/和平区`, street: "南三好街 1 号", grade: "good" },
  { login: "yi_power", name: "沈阳乙电力工程有限公司", serial: 502, region: `${SHENYANG}/铁西区`, street: "建设东路 22 号", grade: "good" },
  { login: "bing_power", name: "沈阳丙电力工程有限公司", serial: 503, region: `${SHENYANG}/皇姑区`, street: "黄河南大街 35 号", grade: "untrustworthy" },
  { login: "ding_power", name: "沈阳丁电力工程有限公司", serial: 504, region: `${SHENYANG}/浑南区`, street: "创新路 48 号", grade: "good", pilotZone: true },
  { login: "wu_power", name: "沈阳戊电力工程有限公司", serial: 505, region: `${SHENYANG}/沈河区`, street: "青年大街 56 号", grade: "good", commitmentRegion: true },
];

const towns: readonly (readonly [name: string, region: string, street: string])[] = [
  ["大连海川电力安装有限公司", "辽宁省/大连市/甘井子区", "华北路 310 号"],
  ["鞍山宏远电力工程有限公司", "辽宁省/鞍山市/铁东区", "胜利南路 88 号"],
  ["抚顺恒光送变电工程有限公司", "辽宁省/抚顺市/顺城区", "新城路 19 号"],
  ["本溪安捷电气安装有限公司", "辽宁省/本溪市/平山区", "解放路 7 号"],
  ["丹东江城电力建设有限公司", "辽宁省/丹东市/振兴区", "锦山大街 120 号"],
  ["锦州启明电力检修有限公司", "辽宁省/锦州市/凌河区", "上海路五段 12 号"],
  ["营口港电电力工程有限公司", "辽宁省/营口市/鲅鱼圈区", "平安大街 66 号"],
  ["阜新新能电力安装有限公司", "辽宁省/阜新市/海州区", "中华路 45 号"],
  ["辽阳光明电力工程有限公司", "辽宁省/辽阳市/白塔区", "民主路 210 号"],
  ["盘锦辽河电力技术有限公司", "辽宁省/盘锦市/兴隆台区", "石油大街 98 号"],
  ["铁岭龙首电力建设有限公司", "辽宁省/铁岭市/银州区", "柴河街 31 号"],
  ["朝阳凌河电力安装有限公司", "辽宁省/朝阳市/双塔区", "新华路 56 号"],
  ["葫芦岛连山电力工程有限公司", "辽宁省/葫芦岛市/连山区", "渤海街 15 号"],
  ["沈阳北辰电力试验有限公司", `${SHENYANG}/沈北新区`, "蒲河路 83 号"],
  ["沈阳苏家屯电力检修有限公司", `${SHENYANG}/苏家屯区`, "枫杨路 27 号"],
  ["沈阳于洪送变电工程有限公司", `${SHENYANG}/于洪区`, "怒江北街 140 号"],
  ["长春净月电力安装有限公司", "吉林省/长春市/南关区", "净月大街 1010 号"],
  ["吉林松江电力工程有限公司", "吉林省/吉林市/船营区", "解放西路 72 号"],
  ["四平英城电力建设有限公司", "吉林省/四平市/铁西区", "站前街 9 号"],
  ["通化玉皇电力安装有限公司", "吉林省/通化市/东昌区", "新华大街 208 号"],
  ["延吉布尔哈通电力工程有限公司", "吉林省/延边朝鲜族自治州/延吉市", "人民路 355 号"],
  ["白城鹤乡新能源电力有限公司", "吉林省/白城市/洮北区", "光明街 18 号"],
  ["哈尔滨松北电力安装有限公司", "黑龙江省/哈尔滨市/松北区", "世茂大道 77 号"],
  ["哈尔滨香坊电气试验有限公司", "黑龙江省/哈尔滨市/香坊区", "中山路 162 号"],
  ["齐齐哈尔鹤城电力工程有限公司", "黑龙江省/齐齐哈尔市/龙沙区", "卜奎南大街 64 号"],
  ["牡丹江镜泊电力建设有限公司", "黑龙江省/牡丹江市/西安区", "西平安街 39 号"],
  ["佳木斯三江电力安装有限公司", "黑龙江省/佳木斯市/前进区", "长安路 288 号"],
  ["大庆龙凤电力检修有限公司", "黑龙江省/大庆市/龙凤区", "龙凤大街 105 号"],
  ["绥化寒地电力工程有限公司", "黑龙江省/绥化市/北林区", "中直南路 51 号"],
  ["黑河龙滨送变电工程有限公司", "黑龙江省/黑河市/爱辉区", "海兰街 23 号"],
];

const grades = ["good", "trustworthy", "good", undefined, "trustworthy"] as const;

/** 另外三十家；账号 qiye_06 至 qiye_35。 */
export const otherEnterprises: readonly DemoEnterprise[] = towns.map(([name, region, street], index) => {
  const grade = index === 13 ? ("seriouslyUntrustworthy" as const) : grades[index % grades.length];
  return { login: `qiye_${String(index + 6).padStart(2, "0")}`, name, serial: 506 + index, region, street, ...(grade ? { grade } : {}) };
});

/** 可在「上级企业」弹窗中选取的机构，没有账号。 */
export const institutionNames: readonly (readonly [name: string, region: string, street: string])[] = [
  ["辽宁北方送变电工程集团有限公司", `${SHENYANG}/和平区`, "胜利南街 169 号"],
  ["辽宁东方电力建设集团有限公司", `${SHENYANG}/沈河区`, "文艺路 18 号"],
  ["大连渤海电力投资有限公司", "辽宁省/大连市/中山区", "人民路 60 号"],
  ["吉林长白送变电工程集团有限公司", "吉林省/长春市/朝阳区", "人民大街 3518 号"],
  ["黑龙江龙江电力建设集团有限公司", "黑龙江省/哈尔滨市/南岗区", "东大直街 211 号"],
  ["东北电气安装总公司", `${SHENYANG}/铁西区`, "北二西路 5 号"],
];
