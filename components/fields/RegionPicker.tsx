"use client";

import { useEffect, useState } from "react";
import { Select } from "@/components/ui/Select";
import { type AreaNames, loadAreaNames } from "./area-names";
import type { FaceProps } from "./face";

const rankWords = ["省", "市", "区（县）"] as const;

/** 省、市、区三个下拉；值是「辽宁省/沈阳市/和平区」。区划数据载入之前先显示已选的。 */
export function RegionPicker({ control, name, value, disabled, onChange, onBlur }: Pick<FaceProps<string>, "control" | "name" | "value" | "disabled" | "onChange" | "onBlur">) {
  const names = useAreaNames();
  const [province = "", city = "", district = ""] = value.split("/");
  const chosen = [province, city, district];
  const offered = [names?.provinces ?? [], names?.citiesOf(province) ?? [], names?.districtsOf(province, city) ?? []];

  function choose(rank: number, part: string) {
    const kept = [...chosen.slice(0, rank), part].filter(Boolean);
    onChange(kept.join("/"));
  }

  return rankWords.map((word, rank) => (
    <Select
      key={word}
      id={`${control.id}-${rank}`}
      name={`${name}-${rank}`}
      aria-label={word}
      aria-describedby={control["aria-describedby"]}
      aria-invalid={control["aria-invalid"]}
      aria-required={control["aria-required"]}
      value={chosen[rank] ?? ""}
      empty={word}
      disabled={disabled || (rank > 0 && !chosen[rank - 1])}
      options={optionsWith(offered[rank] ?? [], chosen[rank] ?? "")}
      onChange={(event) => choose(rank, event.target.value)}
      onBlur={onBlur}
    />
  ));
}

function optionsWith(names: string[], present: string) {
  const all = present === "" || names.includes(present) ? names : [present, ...names];
  return all.map((name) => ({ value: name, label: name }));
}

function useAreaNames(): AreaNames | undefined {
  const [names, setNames] = useState<AreaNames>();
  useEffect(() => {
    let current = true;
    loadAreaNames().then(
      (loaded) => current && setNames(loaded),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, []);
  return names;
}
