/** Licences that allow use inside an agency, with or without passing the system on. */
export const allowed = new Set([
  "MIT", "MIT/X11", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "BlueOak-1.0.0", "Unlicense", "CC0-1.0", "Zlib", "OFL-1.1",
  // Changes to its own files would have to be published; we change none.
  "MPL-2.0",
  // Data about browsers, with attribution.
  "CC-BY-4.0",
]);

const mitByFile = "包里的 LICENSE 是 MIT，package.json 没有按今天的写法写";

/** Packages judged one by one: what their licence is, and why that is fine. */
export const judged = {
  buffers: { licence: "没有写", why: "0.1.1，2011 年，包里哪里也没有写；同一作者、同一串依赖的 chainsaw 是 MIT/X11、binary 是 MIT；exceljs 读压缩包时用，换掉 exceljs 即去掉" },
  busboy: { licence: "MIT", why: mitByFile },
  streamsearch: { licence: "MIT", why: mitByFile },
  "png-js": { licence: "MIT", why: mitByFile },
  "seq-queue": { licence: "MIT", why: mitByFile },
  elkjs: { licence: "EPL-2.0", why: "Prisma 命令行的画图工具带来的，没有改动，产品不引用" },
};

/** Families whose members differ only by the machine they are for. */
export const judgedFamilies = [
  { name: /^@img\/sharp-/, licence: "LGPL-3.0-or-later", why: "Next 的可选依赖：libvips 动态链接、没有改动；产品不处理图片" },
];
