import type { Actor, PublicActor } from "@/lib/access/actor";
import { notFound } from "@/lib/access/refusal";
import type { PhoneView } from "@/lib/evaluation/phone-page";
import { signCode } from "@/lib/integrations/vault/code-token";
import { issueForm } from "@/lib/integrations/vault/form-token";
import { submitPhonePage } from "@/lib/services/evaluation/phone-page/submit-phone-page";
import type { Expectation } from "./expectations";
import { newCode } from "./world";

/** 谁扫都一样：不看登录着谁，只凭码里签过名的令牌。 */
const everyone: Expectation["open"] = {
  public: true,
  enterprise: ["owner", "filler", "submitter"],
  staff: ["intake", "examiner", "secondReviewer", "signer", "administrator", "evaluationOfficer", "auditor"],
};

const tokenOf = (id: string): string => signCode({ id, expiresAt: new Date(Date.now() + 86_400_000) });
const visitor = (actor: Actor): PublicActor => (actor.kind === "public" ? actor : { kind: "public", address: "10.0.0.8" });

/** 没有的码是一页话，不抛错；这里换成「没有找到」才比得出来。 */
async function known(view: Promise<PhoneView>): Promise<PhoneView> {
  const found = await view;
  if (found.kind === "closed" && found.because === "unknown") throw notFound("这个二维码");
  return found;
}

const draft = { level: "5", options: [], text: "", phone: "13900000006", name: "" };

export const phonePageExpectations: Readonly<Record<string, Expectation>> = {
  "evaluation/phone-page/submit-phone-page#submitPhonePage": {
    open: everyone, acrossOffices: true, record: newCode,
    call: (actor, id) => known(submitPhonePage(visitor(actor), tokenOf(id), { draft, trap: "", form: issueForm(id, new Date(Date.now() - 60_000)) })),
  },
};

export const phonePageInner: Readonly<Record<string, string>> = {
  "evaluation/submit-rating#submitRating": "评价的门，由待办与手机评价页在授权之后调用",
};
