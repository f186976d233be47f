/** 省、市、区（县）的名称树；区划数据较大，选地区时才载入。 */
export interface AreaNames {
  provinces: string[];
  citiesOf: (province: string) => string[];
  districtsOf: (province: string, city: string) => string[];
}

interface AreaList {
  province_list: Record<string, string>;
  city_list: Record<string, string>;
  county_list: Record<string, string>;
}

const codeIn = (list: Record<string, string>, name: string, prefix = ""): string | undefined =>
  Object.keys(list).find((code) => code.startsWith(prefix) && list[code] === name);

const namesUnder = (list: Record<string, string>, prefix: string | undefined): string[] =>
  prefix === undefined ? [] : Object.keys(list).filter((code) => code.startsWith(prefix)).map((code) => list[code] ?? "");

export function areaNamesOf(list: AreaList): AreaNames {
  const provinceCode = (province: string) => codeIn(list.province_list, province)?.slice(0, 2);
  const cityCode = (province: string, city: string) => {
    const code = provinceCode(province);
    return code === undefined ? undefined : codeIn(list.city_list, city, code)?.slice(0, 4);
  };
  return {
    provinces: Object.values(list.province_list),
    citiesOf: (province) => namesUnder(list.city_list, provinceCode(province)),
    districtsOf: (province, city) => namesUnder(list.county_list, cityCode(province, city)),
  };
}

let loaded: Promise<AreaNames> | undefined;

/** 只载入一次；载入失败的下次再试。 */
export function loadAreaNames(): Promise<AreaNames> {
  loaded ??= import("@vant/area-data")
    .then(({ areaList }) => areaNamesOf(areaList))
    .catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
  return loaded;
}
