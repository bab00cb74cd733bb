import type { LocalDate } from './local-date.ts';

/** One decision on China's divisions: what it abolished and founded, and when. Codes and names as in GB/T 2260. */
export interface DivisionChange {
  readonly decision: string;
  readonly on: LocalDate;
  /** `code name` of an abolished division, and the codes of those that took over its area. */
  readonly retired?: Readonly<Record<string, readonly string[]>>;
  /** `code name` of the divisions that exist since then. */
  readonly founded?: readonly string[];
}

// The date is the decision's own, except for Hangzhou in 2021: there it is the day on which the province published it.
// Checked against the decisions' texts and the yearly code lists of the Ministry of Civil Affairs.
// To know one more change, add a row; a code abolished before the oldest row is unknown.
export const divisionChanges: readonly DivisionChange[] = [
  {
    decision: '国函〔2014〕157号',
    on: '2014-12-13',
    retired: { '330183 富阳市': ['330111'] },
    founded: ['330111 富阳区'],
  },
  {
    decision: '国函〔2015〕183号',
    on: '2015-10-13',
    retired: { '310108 闸北区': ['310106'] },
  },
  {
    decision: '国函〔2016〕97号',
    on: '2016-06-08',
    retired: { '310230 崇明县': ['310151'] },
    founded: ['310151 崇明区'],
  },
  {
    decision: '国函〔2016〕158号',
    on: '2016-09-14',
    retired: { '330204 江东区': ['330212'], '330283 奉化市': ['330213'] },
    founded: ['330213 奉化区'],
  },
  {
    decision: '民函〔2017〕70号',
    on: '2017-04-09',
    retired: { '331021 玉环县': ['331083'] },
    founded: ['331083 玉环市'],
  },
  {
    decision: '国函〔2017〕102号',
    on: '2017-07-18',
    retired: { '330185 临安市': ['330112'] },
    founded: ['330112 临安区'],
  },
  {
    decision: '国函〔2018〕163号',
    on: '2018-12-26',
    retired: { '3712 莱芜市': ['3701'], '371202 莱城区': ['370116'], '371203 钢城区': ['370117'] },
    founded: ['370116 莱芜区', '370117 钢城区'],
  },
  {
    decision: '民函〔2019〕83号',
    on: '2019-08-16',
    founded: ['330383 龙港市'],
  },
  {
    decision: '国函〔2021〕29号',
    on: '2021-04-09',
    retired: { '330103 下城区': ['330105'], '330104 江干区': ['330102', '330114'] },
    founded: ['330113 临平区', '330114 钱塘区'],
  },
  {
    decision: '2024-12-27 新疆维吾尔自治区人民政府公告',
    on: '2024-12-27',
    founded: ['653228 和康县', '653229 和安县'],
  },
];
