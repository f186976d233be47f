import type { OptionMap } from "@/lib/terms/option-map";
import type { BaseContext, Json, Row, SectionAnswers } from "./answers";
import type { Finding } from "./issue";
import type { KindName } from "./kinds/values";

/** 字段、附件的条件函数所见：own 是字段所在的记录（行或页签），section 是整个页签。 */
export interface Scope<C extends BaseContext> {
  own: SectionAnswers | Row;
  section: SectionAnswers;
  context: C;
}

export type Condition<C extends BaseContext> = boolean | ((scope: Scope<C>) => boolean);

/** 可以选取的一人：号码、姓名、在册的职务。 */
export interface PersonChoice {
  idNumber: string;
  name: string;
  roles: readonly string[];
}

export interface Field<C extends BaseContext> {
  key: string;
  label: string;
  kind: KindName;
  /** 默认必填；选填的写 false。 */
  required?: Condition<C>;
  visible?: Condition<C>;
  options?: OptionMap | ((scope: Scope<C>) => OptionMap);
  /** 种类为 person 的字段从这些人里选。 */
  people?: (scope: Scope<C>) => readonly PersonChoice[];
  help?: string;
  unit?: string;
  min?: number;
  max?: number;
  maxLength?: number;
  minLength?: number;
  /** 由其他数据得出：只读，不存库，来信里有也不认。 */
  derive?: (scope: Scope<C>) => string;
  /** 只读的来源说明，如「由身份证号码得出」。 */
  source?: string;
  /** 填了但格式不对就拒绝保存（手册要求当场校验的字段）。 */
  strict?: boolean;
  /** 不得早于同一条记录里的这个日期（它没填时不判）；先后颠倒的，编辑一条时当场不收。 */
  notBefore?: { key: string; label: string };
  /** 填了之后的业务检查，返回提示语。 */
  check?: (value: Json, scope: Scope<C>) => string | undefined;
  /** 列表中遮盖显示。 */
  mask?: "identity" | "phone";
  /** 保存时投影到真实表的唯一登记。 */
  index?: "electrician";
  /** 同一字段只在这些时候登记（如选了电工）；缺省总是。 */
  indexWhen?: (own: SectionAnswers | Row) => boolean;
  /** 半宽、整行或短框。 */
  width?: "full" | "short";
  autoComplete?: string;
  /** 新行的初值。 */
  initial?: Json;
}

/** 变更前后的一对字段：before 是推导的，after 可改，original 是恢复原值时写回的值。 */
export interface Comparison<C extends BaseContext> {
  label: string;
  before: string;
  after: string;
  original: (scope: Scope<C>) => Json;
}

export interface FieldGroup<C extends BaseContext> {
  title?: string;
  note?: string;
  /** 不在这里改的，去哪里改。 */
  link?: { label: string; href: string };
  fields: readonly Field<C>[];
  /** 成对并排呈现的字段；不在其中的照常列在后面。 */
  comparisons?: readonly Comparison<C>[];
}

export interface Slot<C extends BaseContext> {
  key: string;
  label: string;
  help?: string;
  /** 默认必传。 */
  required?: Condition<C>;
  visible?: Condition<C>;
  /** 模板文件的键，见 lib/licensing/templates.ts；有模板的须下载填写后上传。 */
  template?: string;
  /** 容缺受理时可后补。 */
  deferrable?: boolean;
  /** 告知承诺书可替代的证明材料。 */
  replacedByCommitment?: boolean;
  /** 只收图片（登记照）。 */
  imagesOnly?: boolean;
  /** 批量放入扫描件时，文件名里出现这些词就归到本材料。 */
  aliases?: readonly string[];
}

/** 汇总数：如「高压电工 3 / 需 8」。 */
export interface Total {
  label: string;
  value: string;
  need?: string;
  met?: boolean;
  gap?: string;
}

export interface Table<C extends BaseContext> {
  key: string;
  label: string;
  /** 一行叫什么：「工作经历」「电工」。 */
  rowLabel: string;
  groups: readonly FieldGroup<C>[];
  slots?: readonly Slot<C>[];
  /** 短表用对话框，名册用侧边编辑栏。 */
  presentation: "dialog" | "sheet";
  /** 列表显示的字段。 */
  columns: readonly string[];
  /** 行的称呼字段，如 name。 */
  titleField: string;
  min?: number;
  /** 不适用时整张表不出现，也不判断。 */
  visible?: Condition<C>;
  /** 此字段在表内不得重复。 */
  unique?: { field: string; message: string };
  addLabel: string;
  editLabel: string;
  /** 添加前先选的字段（电工发证机关）。 */
  chooseFirst?: string;
  /** 可用电子表格导入导出。 */
  spreadsheet?: boolean;
  /** 筛选视图：名称与判断。 */
  views?: readonly { label: string; matches: (row: Row) => boolean }[];
  totals?: (rows: readonly Row[], context: C) => Total[];
}

export interface Rule<C extends BaseContext> {
  id: string;
  judge: (context: C) => Finding[];
}

/** 手册写明在本页直接提交的页签。 */
export interface Submits<C extends BaseContext> {
  /** save：【保存】填写完整的内容即提交；button：另有按钮。 */
  by: "save" | "button";
  /** 按钮的名称，也是确认窗的标题。 */
  label: string;
  /** 本页填了要提交的内容。 */
  ready: (context: C) => boolean;
  /** 确认时说的话：提交之后发生什么。 */
  confirm: (context: C) => string;
}

/** 填写之前先读的话（温馨提示）：读过才见到字段，填过的随时可以再看。 */
export interface Reminder {
  title: string;
  /** 打开它的按钮旁的一句话。 */
  prompt: string;
  openLabel: string;
  lines: readonly string[];
  agreeLabel: string;
}

export interface Section<C extends BaseContext> {
  key: string;
  label: string;
  /** check：列出全部不符项并提交；可以带自己的字段与附件（只有一页的业务）。 */
  layout: "form" | "roster" | "check";
  groups: readonly FieldGroup<C>[];
  tables: readonly Table<C>[];
  slots: readonly Slot<C>[];
  rules?: readonly Rule<C>[];
  /** 未完成时后面的页签不开放，【下一步】被拒绝并说明原因。 */
  gate?: boolean;
  submits?: Submits<C>;
  reminder?: Reminder;
  /** 本次申请不要求时的说明（如「本级别不要求」）。 */
  notRequired?: (context: C) => string | undefined;
  intro?: (context: C) => string | undefined;
}

/** 页签有没有自己要填、要传的内容；只列不符项的资料审核没有。 */
export function hasContent<C extends BaseContext>({ groups, tables, slots }: Section<C>): boolean {
  return groups.length > 0 || tables.length > 0 || slots.length > 0;
}

/** 声明一个页签；只为让类型收窄，不做别的。 */
export function defineSection<C extends BaseContext>(section: Section<C>): Section<C> {
  return section;
}

const flattened = new WeakMap<object, readonly Field<never>[]>();

/** 各组的字段连成一列。声明不变，每份只连一次：名册逐行要问。 */
export function fieldsOf<C extends BaseContext>(groups: readonly FieldGroup<C>[]): readonly Field<C>[] {
  let fields = flattened.get(groups) as readonly Field<C>[] | undefined;
  if (!fields) flattened.set(groups, (fields = groups.flatMap((group) => group.fields)));
  return fields;
}

export function holds<C extends BaseContext>(condition: Condition<C> | undefined, scope: Scope<C>, otherwise: boolean): boolean {
  if (condition === undefined) return otherwise;
  return typeof condition === "boolean" ? condition : condition(scope);
}

const named = new WeakMap<readonly PersonChoice[], OptionMap>();

/** 「王磊（技术负责人）」；名册不变，一份只算一次。 */
function namesOf(people: readonly PersonChoice[]): OptionMap {
  let names = named.get(people);
  if (!names) named.set(people, (names = Object.fromEntries(people.map(({ idNumber, name, roles }) => [idNumber, `${name}（${roles.join("、")}）`]))));
  return names;
}

export function optionsOf<C extends BaseContext>(field: Field<C>, scope: Scope<C>): OptionMap | undefined {
  if (field.people) return namesOf(field.people(scope));
  return typeof field.options === "function" ? field.options(scope) : field.options;
}
