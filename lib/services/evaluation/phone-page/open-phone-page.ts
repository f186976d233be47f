import "server-only";
import type { PhoneClosedView, PhoneFormView } from "@/lib/evaluation/phone-page";
import { issueForm } from "@/lib/integrations/vault/form-token";
import { findPlace, type Placed } from "./find-place";

/** 扫码之后的第一页：能评的给一张签过名的表单，不能评的说明原因。谁都可以打开，凭的是码里签过名的令牌。 */
export function openPhonePage(token: string): PhonePageView | Promise<PhonePageView> {
  const placed = findPlace(token);
  return placed instanceof Promise ? placed.then(viewOf) : viewOf(placed);
}

type PhonePageView = PhoneFormView | PhoneClosedView;

function viewOf(placed: Placed | undefined): PhonePageView {
  if (!placed) return { kind: "closed", because: "unknown" };
  if (placed.closed) return { kind: "closed", because: placed.closed, place: placed.place };
  return { kind: "form", place: placed.place, form: issueForm(placed.codeId, new Date()) };
}
