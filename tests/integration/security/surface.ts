import { isSource, listFiles, type Node, readSource, visit } from "@/tests/architecture/source-file";

/** 一个服务的名字：文件#函数，如 review/decide#decide。 */
export type ServiceName = string;

type Parameter = { type: string; name?: string; typeAnnotation?: { typeAnnotation?: { typeName?: { name?: string } } } };

const actorTypes = new Set(["Actor", "EnterpriseActor", "StaffActor", "PublicActor", "SignedInActor"]);
const serviceOf = (file: string): string => file.replace(/^lib\/services\//, "").replace(/\.ts$/, "");

/** 文件里导出的函数与它的参数。 */
function exportedFunctions(program: Node): { name: string; parameters: Parameter[] }[] {
  const found: { name: string; parameters: Parameter[] }[] = [];
  for (const statement of program.body as Node[]) {
    if (statement.type !== "ExportNamedDeclaration") continue;
    const declaration = statement.declaration as (Node & { id?: { name: string }; params?: Parameter[]; declarations?: Node[] }) | null;
    if (declaration?.type === "FunctionDeclaration") found.push({ name: declaration.id?.name ?? "", parameters: declaration.params ?? [] });
    for (const one of declaration?.declarations ?? []) {
      const { id, init } = one as Node & { id: { name: string }; init: (Node & { params?: Parameter[] }) | null };
      if (init?.type === "ArrowFunctionExpression") found.push({ name: id.name, parameters: init.params ?? [] });
    }
  }
  return found;
}

const takesActor = ([first]: Parameter[]): boolean => actorTypes.has(first?.typeAnnotation?.typeAnnotation?.typeName?.name ?? "");

const files = listFiles().filter(isSource);
const services = files.filter((file) => file.startsWith("lib/services/")).map((file) => ({ service: serviceOf(file), functions: exportedFunctions(readSource(file).program) }));

/** 第一个参数是身份的服务：每一个都须在期望表里。 */
export function actorServices(): ServiceName[] {
  return services.flatMap(({ service, functions }) => functions.filter(({ parameters }) => takesActor(parameters)).map(({ name }) => `${service}#${name}`));
}

/** 页面、动作、路由、登录从 lib/services 引来的函数：使用者够得着的一面。 */
export function reachableServices(): ServiceName[] {
  const functions = new Set(services.flatMap(({ service, functions: own }) => own.map(({ name }) => `${service}#${name}`)));
  const found = new Set<ServiceName>();
  for (const file of files.filter((name) => /^(app|lib\/auth|lib\/actions)\//.test(name) || name === "middleware.ts")) {
    visit(readSource(file).program, (node) => {
      const from = node.type === "ImportDeclaration" && node.importKind !== "type" ? String((node.source as { value: string }).value) : "";
      if (!from.startsWith("@/lib/services/")) return;
      for (const specifier of node.specifiers as { importKind?: string; imported?: { name: string } }[]) {
        const name = `${from.slice("@/lib/services/".length)}#${specifier.imported?.name ?? ""}`;
        if (specifier.importKind !== "type" && functions.has(name)) found.add(name);
      }
    });
  }
  return [...found];
}
