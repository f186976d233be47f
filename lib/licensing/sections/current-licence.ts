import type { Field } from "@/lib/forms/definition";
import { applicationNatures } from "@/lib/terms/application";
import { wordOf } from "@/lib/terms/option-map";
import type { LicensingContext } from "../context";

const FROM_LICENCE = "取自现行许可证";

/** 现持许可证的编号；各业务叫法不同。 */
export const licenceNumberField = (key: string, label: string): Field<LicensingContext> => ({
  key, label, kind: "text", derive: ({ context }) => context.licence?.number ?? "", source: FROM_LICENCE,
});

export const originalItemsField: Field<LicensingContext> = {
  key: "oldItems", label: "原申请类别和等级", kind: "text", derive: ({ context }) => context.licence?.scopeText ?? "", source: FROM_LICENCE,
};

/** 取得许可证时的申请性质。 */
export const originalNatureField: Field<LicensingContext> = {
  key: "nature", label: "申请性质", kind: "text", source: "取自新申请",
  derive: ({ context }) => (context.licence ? wordOf(applicationNatures, context.licence.nature) : ""),
};
