import { answerMetadata } from "../answers";

export const dynamic = "force-dynamic";

export function POST(request: Request): Promise<Response> {
  return answerMetadata(request);
}
