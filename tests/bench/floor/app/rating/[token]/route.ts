export const dynamic = "force-dynamic";

/** The product's own route, in the same server as its floor. */
export { GET, POST } from "@/app/api/ratings/[token]/route";
