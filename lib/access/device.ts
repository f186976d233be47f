/** 浏览器自报的名字 → 说得出的名称；先列的先认（Edge、手机浏览器都自称 Chrome 或 Safari）。 */
const browsers: readonly [RegExp, string][] = [
  [/MicroMessenger/, "微信"], [/Edg(e|A|iOS)?\//, "Edge"], [/OPR\//, "Opera"], [/Firefox\/|FxiOS\//, "Firefox"], [/HuaweiBrowser/, "华为浏览器"],
  [/Chrome\/|CriOS\/|Chromium\//, "Chrome"], [/Safari\//, "Safari"], [/MSIE |Trident\//, "Internet Explorer"],
];

const systems: readonly [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, "鸿蒙"], [/Windows/, "Windows"], [/iPad/, "iPad"], [/iPhone/, "iPhone"], [/Android/, "安卓"], [/Mac OS X|Macintosh/, "Mac"], [/Linux/, "Linux"],
];

const nameIn = (names: readonly [RegExp, string][], agent: string): string | undefined => names.find(([pattern]) => pattern.test(agent))?.[1];

/** 从什么设备登录，说成一句话；认不出的为空。浏览器自报的，只供本人辨认，不作凭据。 */
export function describeDevice(agent: string): string {
  const [browser, system] = [nameIn(browsers, agent), nameIn(systems, agent)];
  return browser && system ? `${system} 上的 ${browser}` : (browser ?? system ?? "");
}
