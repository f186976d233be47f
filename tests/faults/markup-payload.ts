/** What is planted: breaks out of an attribute and of a script, starts as a formula does, and says which field it came from. */
export class Planted {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];

  /** The payload of one field; the same for every row of it. */
  readonly text = (name: string): string => {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.#names.push(name) - 1;
      this.#numbers.set(name, number);
    }
    return `="'></script><img/src=x/onerror=m(${number})>`;
  };

  get names(): readonly string[] {
    return this.#names;
  }

  /** The fields whose payload is in this text, however it is escaped; in a link it is written as links are. Kinds of numbers write it in capitals, regions without slashes. */
  fieldsIn(text: string): string[] {
    return [...text.matchAll(/onerror(?:=|%3D)m(?:\(|%28)(\d+)/gi)].flatMap(([, number]) => this.#names[Number(number)] ?? []);
  }
}

/** What React starts from: strings inside a script, which a payload that ends the script would leave. */
const data = /<script\b[^>]*>(?:\(?self\.__next_f)[\s\S]*?<\/script>/g;

/** The page as it is shown, without the data it starts from. */
export const markupOf = (html: string): string => html.replaceAll(data, "");

/** In a page nothing of it may stand as an element or in a script of its own. */
export const runsIn = (html: string): boolean => /<img[\s/]*src=x/i.test(markupOf(html));

/** Whether a spreadsheet program would compute the cell. */
export const computes = (cell: string): boolean => /^[=+\-@\t\r]/.test(cell);

/** The cells of a CSV as RFC 4180 writes it. */
export function cellsOfCsv(text: string): string[] {
  return [...text.replace(/^\uFEFF/, "").matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "");
}
