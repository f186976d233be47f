import type { LicensingContext } from "@/lib/licensing/context";
import { FieldGroups } from "./FieldGroups";

/** 页签自己的字段；只有名册的页签不带这份代码。 */
export const fieldParts = { Fields: FieldGroups<LicensingContext> };
