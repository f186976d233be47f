import type { HolidayYear } from "./holiday-year";

/** 除夕至初三 2-05…2-08, 清明 4-05, 劳动节, 端午 6-09, 中秋 9-15, 国庆: statutory days only, no notice known. */
export const holidays2027: HolidayYear = {
  year: 2027,
  source: "全国年节及纪念日放假办法（2024年修订）的法定假日；国务院办公厅的年度通知尚未收录",
  provisional: true,
  daysOff: [
    "2027-01-01", "2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08", "2027-04-05", "2027-05-01", "2027-05-02", "2027-06-09",
    "2027-09-15", "2027-10-01", "2027-10-02", "2027-10-03",
  ],
  makeUpWorkdays: [],
};
