import { renderPhonePage } from "@/app/api/ratings/[token]/pages";

export const dynamic = "force-dynamic";

const place = { kind: "visit" as const, officeName: "国家能源局东北监管局", title: "受理窗口 3 号", expiresOn: "2099-12-31" };
const { html } = renderPhonePage({ kind: "form", place, form: "a".repeat(28) });

/** P2: the same page as a ready string. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  await params;
  return new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}
