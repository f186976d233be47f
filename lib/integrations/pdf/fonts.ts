import path from "node:path";

/** 随包发布的思源宋体（OFL），嵌入后任何机器打印都一样；独立部署时由构建复制到同一相对位置。 */
const folder = path.join(process.cwd(), "node_modules/@expo-google-fonts/noto-serif-sc");

export const fonts = {
  regular: path.join(folder, "400Regular/NotoSerifSC_400Regular.ttf"),
  bold: path.join(folder, "700Bold/NotoSerifSC_700Bold.ttf"),
} as const;
