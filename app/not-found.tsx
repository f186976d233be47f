import type { Metadata } from "next";
import { NotFoundWords, notFoundTitle } from "@/components/layout/NotFoundWords";
import { PlainFrame, start } from "@/components/layout/PlainFrame";

export const metadata: Metadata = { title: notFoundTitle };

/** An address that leads nowhere. What a group of pages does not have is said inside that group's own frame. */
export default function NotFound() {
  return (
    <PlainFrame>
      <NotFoundWords home={start} />
    </PlainFrame>
  );
}
