import pg from "pg";
import { renderPhonePage } from "@/app/api/ratings/[token]/pages";

export const dynamic = "force-dynamic";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const place = { kind: "visit" as const, officeName: "国家能源局东北监管局", title: "受理窗口 3 号", expiresOn: "2099-12-31" };
const { html } = renderPhonePage({ kind: "thanks", place, level: 5, options: ["510"], text: "", phone: "139****0000", at: new Date(0) });

/** P1: what one writes first that keeps the five-day rule exact: the slot and the rating in one transaction, in the same tables. */
export async function POST(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const [{ token }, fields] = [await params, new URLSearchParams(await request.text())];
  const phone = `floor ${fields.get("phone")}`;
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const { rowCount } = await client.query({
      name: "slot",
      text: `INSERT INTO "EvaluationSlot" AS s ("phoneHash", "until") VALUES ($1, clock_timestamp() + interval '5 days')
        ON CONFLICT ("phoneHash") DO UPDATE SET "until" = EXCLUDED."until" WHERE s."until" <= clock_timestamp()`,
      values: [phone],
    });
    if (rowCount === 1) {
      await client.query({
        name: "rating",
        text: `INSERT INTO "Evaluation" ("id", "codeId", "channel", "officeCode", "matter", "level", "options", "phoneHash", "phoneEncrypted", "submissionKey")
          VALUES (gen_random_uuid(), $1, 'visit', 'NEEB', 'counter', $2, $3, $4, '', $5)`,
        values: [token, Number(fields.get("level")), fields.getAll("o"), phone, fields.get("form")],
      });
    }
    await client.query("COMMIT");
    return new Response(html, { status: rowCount === 1 ? 200 : 429, headers: { "Content-Type": "text/html; charset=utf-8" } });
  } finally {
    client.release();
  }
}
