import { Refusal } from "@/lib/access/refusal";
import { reportFault } from "@/lib/services/platform/report-fault";

/** 路由处理程序的出口：拒绝答 4xx 与一句中文，意外答编号，绝不把堆栈给外面。 */
export async function answerRefusals(run: () => Promise<Response>): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Refusal) return Response.json({ code: error.code, message: error.message, fields: error.fields }, { status: error.status });
    return Response.json({ code: "unexpected", message: `系统繁忙，请稍后再试。编号 ${reportFault(error)}` }, { status: 500 });
  }
}
