"use client";

import { useState } from "react";
import type { Act } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { lateDialog } from "@/components/ui/late";
import type { DocumentRow } from "@/lib/licensing/documents/views";
import type { DeliveryWay } from "@/lib/terms/documents";

export interface DeliveryCommand {
  documentId: string;
  way: DeliveryWay;
  on: string;
  receiver: string;
  note: string;
}

export interface DeliveryProps {
  document: Pick<DocumentRow, "id" | "kindWord" | "number">;
  register: Act<DeliveryCommand>;
}

const DeliveryDialog = lateDialog("登记送达", () => import("./DeliveryDialog").then((part) => part.DeliveryDialog));

/** 「登记送达」按钮；表单点开才载入。 */
export function RegisterDelivery({ document, register }: DeliveryProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button slim about={`：${document.kindWord}${document.number}`} onClick={() => setOpen(true)}>登记送达</Button>
      {open && <DeliveryDialog document={document} register={register} onClose={() => setOpen(false)} onAbandon={() => setOpen(false)} />}
    </>
  );
}
