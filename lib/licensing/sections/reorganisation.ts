import type { Field, Slot } from "@/lib/forms/definition";
import { applicationNatures, type ApplicationNatureCode } from "@/lib/terms/application";
import { reorganisationRoutes } from "@/lib/terms/reorganisation";
import type { LicensingContext } from "../context";
import { levelOptions } from "../items";
import { isByCommitment } from "../procedures/materials";
import { routeField } from "./application-category";
import { knownLevels } from "./held-licence";

type LicensingField = Field<LicensingContext>;

/** 办理方式：点业务时选定，此处只读，用手册的词。 */
export const reorganisationRoute: LicensingField = {
  ...routeField, derive: ({ context }) => reorganisationRoutes[isByCommitment(context.procedure) ? "commitment" : "standard"],
};

/** 申请性质固定，所以不受首次申请的级别限制（决定二）。 */
export const fixedNature = (nature: ApplicationNatureCode): LicensingField => ({
  key: "nature", label: "申请性质", kind: "text", derive: () => applicationNatures[nature], source: "由所办业务得出",
});

export const itemsField = (nature: ApplicationNatureCode): LicensingField => ({
  key: "items", label: "申请类别与级别", kind: "levelMatrix", width: "full", check: knownLevels,
  options: ({ section, context }) => levelOptions(context, { ...section, nature }),
  help: "贵单位此后持有的全部类别和级别，每个类别选一个级别",
});

/** 另一方的名称与许可证编号，键为统一社会信用代码；供选择之后显示、写进摘要。 */
export const partyOptions: NonNullable<LicensingField["options"]> = ({ context }) =>
  Object.fromEntries((context.parties ?? []).filter(({ unitName }) => unitName !== "").map(({ uscc, unitName, licence }) => [uscc, licence ? `${unitName}（许可证 ${licence.number}）` : unitName]));

/** 查询持证企业后选定；存统一社会信用代码。 */
export const partyField = (key: string, label: string): LicensingField => ({
  key, label, kind: "enterprise", width: "full", options: partyOptions, help: "按企业名称查询持有有效许可证的企业；提交后由对方确认，对方同意之后才能受理",
});

/** 分立、合并协议与登记证明。 */
export const agreementSlot = (key: string, label: string, alias: string): Slot<LicensingContext> => ({ key, label, aliases: [alias] });
