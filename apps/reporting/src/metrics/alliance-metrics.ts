import { type CollaborationMetric, type MeasurementMetric, type Metric, placedCount, type ToldSides } from './metric.ts';

const members: ToldSides = {
  kind: 'stock',
  measure: 'alliance.member',
  endedBy: 'alliance.member-left',
  begunBy: 'alliance.begun',
  whose: { measure: 'alliance.status', state: 'active' },
};

const ofRegions = { dimensions: ['year', 'region', 'level'], regionColumns: ['region'], relation: 'participation' } as const;
const ofPairs = { dimensions: ['year', 'a', 'b', 'level'], regionColumns: ['a', 'b'] } as const;
const ofMembers = {
  since: '0.1.0',
  sources: ['alliance.founded', 'alliance.member-joined', 'alliance.member-left', 'alliance.dissolved'],
  counted: ['aggregate'],
  value: 'count',
  sides: members,
} as const satisfies Partial<CollaborationMetric>;

const shared = (measure: string) =>
  ({
    since: '0.1.0',
    unit: 'money',
    sources: ['alliance.statement-finalised'],
    counted: ['aggregate', 'no', 'amount'],
    value: 'sum',
    sides: { kind: 'flow', measure },
  }) as const satisfies Partial<CollaborationMetric>;
const tax = shared('alliance.shared-tax');
const output = shared('alliance.shared-output');

const ofStatements = {
  ...placedCount,
  dimensions: ['year', 'state', 'field', 'region', 'level'],
  sources: ['alliance.period-stated', 'alliance.statement-corrected', 'alliance.statement-disputed', 'alliance.statement-finalised'],
} as const satisfies Partial<MeasurementMetric>;
const keptBy = { placedBy: 'alliance.begun', fieldBy: 'alliance.begun', kind: 'flow' } as const;

/**
 * The figures over alliances. A member lies in the region that its part falls to, by the divisions of the day on which it joined, and a part of a
 * statement by those of the last day of the period. An alliance, and a statement, counts once in a row, however many of its members lie there.
 */
export const allianceMetrics: readonly Metric[] = [
  {
    ...ofMembers,
    ...ofRegions,
    id: 'alliances',
    name: { zh: '联合体数', en: 'Alliances' },
    unit: 'alliance',
    definition: {
      zh: '有成员且未解散的联合体（含飞地、对口支援）数，可指定查询之日。按地区统计时，联合体在其成员所在的每个地区各计一次。年份为开始年份。',
      en: 'Alliances (consortia, enclaves, pairings) that have members and are not dissolved, on the day asked for. By region, an alliance counts once in each region where it has a member. By year of beginning.',
    },
    formula: 'count of different active alliances by the regions of their members on the day',
  },
  {
    ...ofMembers,
    ...ofRegions,
    id: 'alliance-members',
    name: { zh: '联合体成员数', en: 'Members of alliances' },
    unit: 'member',
    definition: {
      zh: '未解散的联合体的成员数，可指定查询之日；退出之日的次日起不再计入。一个单位参加几个联合体就计几次。年份为联合体的开始年份。',
      en: 'Members of alliances that are not dissolved, on the day asked for; one that leaves no longer counts from the day after its last. Whoever belongs to several alliances counts in each. By year in which the alliance began.',
    },
    formula: 'count of memberships of active alliances on the day',
    counted: ['aggregate', 'no'],
  },
  {
    ...ofMembers,
    ...ofRegions,
    id: 'cross-region-alliances',
    name: { zh: '跨区域联合体数', en: 'Cross-region alliances' },
    unit: 'alliance',
    relation: 'crossing_participation',
    definition: {
      zh: '在所查询的层级上，成员分属两个及以上已知地区的未解散联合体数，可指定查询之日；分属两国的地区在任何层级都视为不同。按地区统计时，联合体在其成员所在的每个地区各计一次。年份为开始年份。',
      en: 'Alliances not dissolved with members in two or more known regions at the level, on the day asked for; regions of two countries differ at every level. By region, an alliance counts once in each region where it has a member. By year of beginning.',
    },
    formula: 'count of different active alliances with two or more known regions of members on the day',
  },
  {
    ...ofMembers,
    ...ofPairs,
    id: 'pair-alliances',
    name: { zh: '地区对联合体数', en: 'Alliances of a pair' },
    unit: 'alliance',
    relation: 'project_pair',
    definition: {
      zh: '地区对的两地都有成员的未解散联合体数，可指定查询之日。地区对由两个不同的已知地区组成，不分方向。不按地区对统计时，每个联合体只计一次。年份为开始年份。',
      en: 'Alliances not dissolved with members in both regions of a pair, on the day asked for: two different known regions, without direction. Not broken down by pair, an alliance counts once. By year of beginning.',
    },
    formula: 'count of different active alliances with members in a and in b on the day',
  },
  {
    ...tax,
    ...ofRegions,
    id: 'shared-tax',
    name: { zh: '分享税收', en: 'Tax shared' },
    definition: {
      zh: '经全部成员确认的分享结算单中，按约定比例归各成员的税收之和，计入成员所在地区。按结算季度的最后一天计入年份。待确认和有异议的结算单另计。',
      en: 'Sum of the tax that fell to members by the agreed shares, in the region of each, in statements that every member has confirmed. Under the last day of the quarter stated. Statements that wait or are disputed are counted apart.',
    },
    formula: 'sum of the parts of members in the tax of final statements',
  },
  {
    ...output,
    ...ofRegions,
    id: 'shared-output',
    name: { zh: '分享产值', en: 'Output shared' },
    definition: {
      zh: '经全部成员确认的分享结算单中，按约定比例归各成员的产值之和，计入成员所在地区。按结算季度的最后一天计入年份。待确认和有异议的结算单另计。',
      en: 'Sum of the output that fell to members by the agreed shares, in the region of each, in statements that every member has confirmed. Under the last day of the quarter stated. Statements that wait or are disputed are counted apart.',
    },
    formula: 'sum of the parts of members in the output of final statements',
  },
  {
    ...tax,
    ...ofPairs,
    id: 'pair-shared-tax',
    name: { zh: '地区对分享税收', en: 'Tax shared by a pair' },
    relation: 'pair',
    definition: {
      zh: '两地都有成员分享的生效结算单中，归两地成员的税收之和。按地区筛选时，取含该地区的地区对。不按地区对统计时，每个成员在每张结算单中只计一次。按结算季度的最后一天计入年份。',
      en: 'Sum of the tax that fell to members in either region, in final statements in which both regions have a part. Narrowed to one region, it is the pairs that hold it. Not broken down by pair, a part counts once. Under the last day of the quarter stated.',
    },
    formula: 'sum of the parts of members in a and in b in the tax of final statements with parts in both',
  },
  {
    ...output,
    ...ofPairs,
    id: 'pair-shared-output',
    name: { zh: '地区对分享产值', en: 'Output shared by a pair' },
    relation: 'pair',
    definition: {
      zh: '两地都有成员分享的生效结算单中，归两地成员的产值之和。按地区筛选时，取含该地区的地区对。不按地区对统计时，每个成员在每张结算单中只计一次。按结算季度的最后一天计入年份。',
      en: 'Sum of the output that fell to members in either region, in final statements in which both regions have a part. Narrowed to one region, it is the pairs that hold it. Not broken down by pair, a part counts once. Under the last day of the quarter stated.',
    },
    formula: 'sum of the parts of members in a and in b in the output of final statements with parts in both',
  },
  {
    ...ofStatements,
    id: 'alliance-statements',
    name: { zh: '分享结算单数', en: 'Sharing statements' },
    unit: 'statement',
    definition: {
      zh: '联合体各季度的分享结算单数，按状态分为待确认、有异议、已生效；同一季度更正的只计最近一张。计入登记联合体的主管部门所在地区，按结算季度的最后一天计入年份。',
      en: 'Quarters of alliances that are stated, by whether the statement waits to be confirmed, is disputed or is final; of one that was corrected only the newest counts. In the region of the agency that keeps the record, under the last day of the quarter.',
    },
    formula: 'count of quarters stated, by the state of the newest statement of each',
    of: { ...keptBy, measure: 'alliance.statement' },
  },
  {
    ...ofStatements,
    id: 'stated-amount',
    name: { zh: '结算金额', en: 'Amounts stated' },
    unit: 'money',
    definition: {
      zh: '各季度最近一张分享结算单所列税收与产值的合计，按状态分为待确认、有异议、已生效。只有已生效的按比例计入分享税收和分享产值。计入登记联合体的主管部门所在地区，按结算季度的最后一天计入年份。',
      en: 'Sum of tax and output in the newest statement of each quarter, by whether it waits to be confirmed, is disputed or is final. Only what is final counts as tax and output shared. In the region of the agency that keeps the record, under the last day of the quarter.',
    },
    formula: 'sum of the totals of the newest statement of each quarter, by its state',
    value: 'sum',
    of: { ...keptBy, measure: 'alliance.stated', stateBy: 'alliance.statement' },
  },
];
