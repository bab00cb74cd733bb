import type { ProblemTable } from '@xietong/kernel';
import { allianceProblems } from './alliance/problems.ts';
import { applicationProblems } from './application/problems.ts';
import { callProblems } from './call/problems.ts';
import { exemptionProblems } from './exemption/problems.ts';
import { panelProblems } from './panel/problems.ts';
import { projectProblems } from './project/problems.ts';
import { reviewProblems } from './review/problems.ts';
import { riskProblems } from './risk/problems.ts';
import { showcaseProblems } from './showcase/problems.ts';

/** Every refusal of this service: what more than one aggregate refuses, and then each with its own. */
export const problems = {
  'no-agency': {
    kind: 'forbidden',
    title: { zh: '您的账号不属于任何主管部门', en: 'You act for no agency' },
    remedy: { zh: '请用主管部门工作人员的账号办理。', en: 'Do it with an account of the agency in charge.' },
  },
  'region-unknown': {
    kind: 'invalid',
    title: { zh: '行政区划代码不存在', en: 'There is no such division of China' },
    remedy: {
      zh: '请按 GB/T 2260 更正代码；项目参与单位的地区不明时请留空。',
      en: 'Correct the code by GB/T 2260; leave the region of a participant out if it is not known.',
    },
  },
  'weights-not-whole': {
    kind: 'invalid',
    title: { zh: '权重之和不是 100%', en: 'The weights do not make 100 percent' },
    remedy: { zh: '请调整权重，使其合计为 100。', en: 'Change the weights so that they add up to 100.' },
  },
  'ends-before-it-starts': {
    kind: 'invalid',
    title: { zh: '结束日期早于开始日期', en: 'The project would end before it starts' },
    remedy: { zh: '请更正开始日期或结束日期。', en: 'Correct the start or the end of the term.' },
  },
  'more-than-one-lead': {
    kind: 'invalid',
    title: { zh: '牵头单位多于一个', en: 'More than one participant leads' },
    remedy: { zh: '请只保留一个牵头单位，其余改为合作单位。', en: 'Keep one lead and make the others partners.' },
  },
  'currencies-mixed': {
    kind: 'invalid',
    title: { zh: '金额币种不一致', en: 'The amounts are in different currencies' },
    remedy: { zh: '请将项目的所有金额换算为同一币种。', en: 'State all amounts of the project in one currency.' },
  },
  'identifier-unsound': {
    kind: 'invalid',
    title: { zh: '统一社会信用代码校验位不符', en: 'The check digits of the social credit identifier are wrong' },
    remedy: {
      zh: '请更正代码；如代码确实在用，请在 override 中说明核准理由。',
      en: 'Correct the identifier; if it is in real use, say in `override` why it is accepted.',
    },
  },
  'project-unknown': {
    kind: 'invalid',
    title: { zh: '没有您可以办理的该项目', en: 'There is no such project for you' },
    remedy: {
      zh: '请从您的项目列表中选择：登记部门工作人员办理本部门登记的项目，参与单位办理其参与的项目。',
      en: 'Choose one of your own: officers act for projects that their agency registered, organisations for those they take part in.',
    },
  },
  ...allianceProblems,
  ...applicationProblems,
  ...callProblems,
  ...panelProblems,
  ...projectProblems,
  ...exemptionProblems,
  ...reviewProblems,
  ...riskProblems,
  ...showcaseProblems,
} satisfies ProblemTable;
