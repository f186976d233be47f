"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import { weekdays } from "@/lib/terms/dates";
import { formatChineseDate, type IsoDate, weekdayWord } from "@/lib/workflow/iso-date";
import { dayWords, kindOf, movedDay, weeksOf, type YearDays } from "./year-days";

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

type Props = { year: number; days: YearDays; onToggle: (day: IsoDate) => void };

/** 一年十二个月：点一天（或回车、空格）在上班、放假、调休上班之间换；方向键走动，整张图只占一个停顿。 */
export function YearPicture({ year, days, onToggle }: Props) {
  const [at, setAt] = useState(`${year}-01-01`);
  const picture = useRef<HTMLDivElement>(null);

  function walk(event: KeyboardEvent): void {
    const to = movedDay(at, event.key);
    if (to === undefined) return;
    event.preventDefault();
    setAt(to);
    picture.current?.querySelector<HTMLButtonElement>(`[data-day="${to}"]`)?.focus();
  }

  const cell = (day: IsoDate | undefined, index: number) => {
    if (day === undefined) return <td key={index} aria-hidden="true" />;
    const kind = kindOf(day, days);
    return (
      <td key={day}>
        <button
          type="button" className="day" data-day={day} data-kind={kind} tabIndex={day === at ? 0 : -1} onFocus={() => setAt(day)} onClick={() => onToggle(day)}
          aria-label={`${formatChineseDate(day)}，${weekdayWord(day)}，${dayWords[kind]}`}
        >
          {Number(day.slice(8))}
          {kind === "off" && <small aria-hidden="true">休</small>}
          {kind === "work" && <small aria-hidden="true">班</small>}
        </button>
      </td>
    );
  };

  return (
    <div className="year" ref={picture} role="group" aria-label={`${year}年的安排，方向键走动，回车改动`} onKeyDown={walk}>
      {MONTHS.map((month) => (
        <table key={month} className="month">
          <caption>{month}月</caption>
          <thead>
            <tr>{weekdays.map((word) => <th key={word} scope="col" abbr={`星期${word}`}>{word}</th>)}</tr>
          </thead>
          <tbody>{weeksOf(year, month).map((week, index) => <tr key={index}>{week.map(cell)}</tr>)}</tbody>
        </table>
      ))}
    </div>
  );
}
