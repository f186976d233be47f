import { Message } from "@/components/ui/Message";

/** 为什么来到登录页。 */
export interface SignInNotice {
  tone: "info" | "warn" | "good";
  text: string;
}

export const SignInNoticeLine = ({ notice }: { notice?: SignInNotice | undefined }) => (notice ? <Message tone={notice.tone}>{notice.text}</Message> : null);
