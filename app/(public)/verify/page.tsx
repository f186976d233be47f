import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { VerifyForm } from "@/components/licence/VerifyForm";
import { Link } from "@/components/ui/Link";
import { PageHead } from "@/components/ui/PageHead";

export const metadata: Metadata = { title: "许可证查验" };

/** 公众输入编号或信用代码；表单是普通的 GET，没有脚本也能查。 */
export default async function VerifyStart({ searchParams }: { searchParams: Promise<{ number?: string | string[] }> }) {
  const { number } = await searchParams;
  const sought = typeof number === "string" ? number.trim() : "";
  if (sought !== "") redirect(`/verify/${encodeURIComponent(sought.slice(0, 40))}`);
  return (
    <div className="narrow stack">
      <PageHead title="许可证查验" />
      <VerifyForm />
      <p className="soft small">核对通知书、决定书的真伪，请到<Link className="link" href="/verify/documents">文书核对</Link>。</p>
    </div>
  );
}
