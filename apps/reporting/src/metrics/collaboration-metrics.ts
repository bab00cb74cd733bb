import type { CollaborationMetric } from './metric.ts';

const ofProjects = { sources: ['project.registered', 'project.participants-amended'], since: '0.1.0' } as const;
const ofRegions = { ...ofProjects, dimensions: ['year', 'region', 'level'], regionColumns: ['region'] } as const;
const ofPairs = { ...ofProjects, dimensions: ['year', 'a', 'b', 'level'], relation: 'pair', regionColumns: ['a', 'b'] } as const;

/**
 * The figures over what projects state. Three rules hold for all: the newest statement of a project replaces the earlier ones; its
 * regions are those of the signing date at the level asked for (county where none is asked); a thing counts once in a row.
 */
export const collaborationMetrics: readonly CollaborationMetric[] = [
  {
    ...ofRegions,
    id: 'projects',
    name: { zh: '项目数', en: 'Projects' },
    unit: 'project',
    definition: {
      zh: '至少有一条参与记录符合筛选条件的项目数。按地区统计时，项目在其每个参与地区各计一次，无地区的参与记录计入“地区未知”。',
      en: 'Projects with at least one participation that passes the filters. By region, a project counts once in each region where it has a participation; participations without a region stand under "Unknown region".',
    },
    formula: 'count of different projects',
    relation: 'participation',
    counted: ['aggregate'],
    value: 'count',
  },
  {
    ...ofRegions,
    id: 'participations',
    name: { zh: '参与记录数', en: 'Participations' },
    unit: 'participation',
    definition: {
      zh: '参与记录数：一个单位在一个项目中的一次参与计一条。无地区的参与记录计入总数和“地区未知”。',
      en: 'Participations, each the part of one organisation in one project. One without a region counts in totals and under "Unknown region".',
    },
    formula: 'count of participations',
    relation: 'participation',
    counted: ['aggregate', 'no'],
    value: 'count',
  },
  {
    ...ofRegions,
    id: 'organisations',
    name: { zh: '参与单位数', en: 'Organisations' },
    unit: 'organisation',
    definition: {
      zh: '参与记录中不同单位标识的个数。无标识的参与记录共用一个“未知”标识，合计为一个单位。',
      en: 'Different organisation identifiers among the participations. Participations without an identifier share the unknown one, which counts as one.',
    },
    formula: 'count of different organisation identifiers',
    relation: 'participation',
    counted: ['party'],
    value: 'count',
  },
  {
    ...ofRegions,
    id: 'cross-region-projects',
    name: { zh: '跨区域项目数', en: 'Cross-region projects' },
    unit: 'project',
    definition: {
      zh: '在所查询的层级上，参与单位分属两个及以上已知地区的项目数；分属两国的地区在任何层级都视为不同。按地区统计时，项目在其每个参与地区各计一次。',
      en: 'Projects with participants in two or more known regions at the level; regions of two countries differ at every level. By region, a project counts once in each region where it has a participation.',
    },
    formula: 'count of different projects with two or more known regions',
    relation: 'crossing_participation',
    counted: ['aggregate'],
    value: 'count',
  },
  {
    ...ofRegions,
    id: 'granted-amount',
    name: { zh: '资助金额', en: 'Granted amount' },
    unit: 'money',
    definition: {
      zh: '参与记录的资助金额之和。无地区的参与记录计入总数和“地区未知”。',
      en: 'Sum of the amounts of the participations. One without a region counts in totals and under "Unknown region".',
    },
    formula: 'sum of the amounts of participations',
    relation: 'participation',
    counted: ['aggregate', 'no', 'amount'],
    value: 'sum',
  },
  {
    ...ofPairs,
    id: 'pair-projects',
    name: { zh: '地区对项目数', en: 'Projects of a pair' },
    unit: 'project',
    definition: {
      zh: '地区对的两地都有参与单位的项目数。地区对由两个不同的已知地区组成，不分方向。按地区筛选时，取含该地区的地区对。不按地区对统计时，每个项目只计一次。',
      en: 'Projects with participants in both regions of a pair: two different known regions, without direction. Narrowed to one region, it is the pairs that hold it. Not broken down by pair, a project counts once.',
    },
    formula: 'count of different projects with participants in a and in b',
    relation: 'project_pair',
    counted: ['aggregate'],
    value: 'count',
  },
  {
    ...ofPairs,
    id: 'pair-amount',
    name: { zh: '地区对金额', en: 'Amount of a pair' },
    unit: 'money',
    definition: {
      zh: '地区对的项目中两地参与单位的资助金额之和。按地区筛选时，取含该地区的地区对。不按地区对统计时，每条参与记录只计一次。',
      en: "Sum of both regions' amounts in the projects of the pair. Narrowed to one region, it is the pairs that hold it. Not broken down by pair, a participation counts once.",
    },
    formula: 'sum of the amounts of the participations in a and in b, over projects with participants in both',
    counted: ['aggregate', 'no', 'amount'],
    value: 'sum',
  },
  {
    ...ofProjects,
    id: 'lead-to-partner-amount',
    name: { zh: '牵头地到合作地金额', en: 'Amount from lead to partners' },
    unit: 'money',
    definition: {
      zh: '从牵头单位所在地区流向其他参与单位所在地区的金额：两地均已知且不同时，取该参与单位的资助金额。按地区筛选时，取流出地或流入地为该地区的流向。',
      en: "What runs from the coordinator's region to each other participant's region, where both are known and differ: that participant's amount. Narrowed to one region, it is the flows from it and to it.",
    },
    formula: "sum of the amounts of participations other than the lead's, from the lead's region to theirs",
    dimensions: ['year', 'from', 'to', 'level'],
    relation: 'flow',
    counted: ['aggregate', 'no', 'amount'],
    value: 'sum',
    regionColumns: ['"from"', '"to"'],
  },
  {
    ...ofRegions,
    id: 'breadth',
    name: { zh: '协同广度', en: 'Breadth' },
    unit: 'region',
    definition: {
      zh: '一个地区的不同合作地区个数：与其在同一项目中有参与单位的其他已知地区。不按地区统计时，指作为合作地区出现过的不同地区个数。',
      en: 'Different partner regions of a region: other known regions with a participant in one of its projects. Not broken down by region, the different regions that are a partner of any.',
    },
    formula: 'count of different partner regions',
    relation: 'pair',
    counted: ['partner'],
    value: 'count',
  },
];
