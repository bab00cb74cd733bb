import type { CallTerms } from '@xietong/contracts-projects';
import type { LocalDate } from '@xietong/domain';
import { areas, quotasOf } from '../plan/areas.ts';
import type { PlannedApplication } from '../plan/applications.ts';
import { at, days } from '../plan/moments.ts';
import { regions } from '../plan/organisations.ts';
import { axes, quorum } from '../plan/reviews.ts';
import { forEach, give, idOfNumber, knownOf, officer, type Stage } from './stage.ts';

export const callNumber = 'LH-2022';

/** The agency publishes its annual call. */
export async function publishCall(stage: Stage): Promise<void> {
  const quotas = quotasOf(stage.plan.size);
  const terms: CallTerms = {
    title: '临海市2022年度跨区域协同创新示范项目申报指南',
    programme: '跨区域协同创新示范',
    areas: areas.map(({ code, title }, place) => ({ code, title, quota: quotas[place] ?? 0 })),
    eligibility: {
      kinds: [],
      leadRegions: regions.map(({ code }) => code),
      conditions: ['牵头单位具备独立法人资格，近三年无严重失信记录。', '项目须在示范地落地应用。'],
    },
    documents: [],
    scoring: { axes: [...axes], quorum, spreadMax: 30 },
    budget: { amount: 50_000_000_000, currency: 'CNY' },
    opensAt: at(days.callOpens),
    closesAt: at(days.callCloses, '17:00'),
    publicityWorkingDays: 5,
  };
  await give(stage, officer, '/v1/calls', 'call/publish', { number: callNumber, ...terms });
}

const usernameOf = ({ plan }: Stage, { lead }: PlannedApplication): string => {
  const organisation = plan.organisations[lead];
  if (!organisation) throw new Error(`there is no organisation ${lead}`);
  return organisation.username;
};

export const applicationPath = (stage: Stage, { no }: PlannedApplication, command?: string): string =>
  `/v1/applications/${knownOf(stage, `application ${no}`)}${command ? `/${command}` : ''}`;

/** Gives a command of an application: its key says which. */
export const giveOn = (stage: Stage, as: string, application: PlannedApplication, command: string, body?: object) =>
  give(stage, as, applicationPath(stage, application, command), `application-${application.no}/${command}`, body);

/** Those who hand in on a day write their application and submit it. */
export const handIn =
  (on: LocalDate) =>
  (stage: Stage): Promise<void> =>
    forEach(
      stage.plan.applications.filter(({ handedInOn }) => handedInOn === on),
      async (application) => {
        const { no, content } = application;
        const as = usernameOf(stage, application);
        const drafted = await give(stage, as, '/v1/applications', `application-${no}/draft`, { call: idOfNumber(callNumber), content });
        stage.known.set(`application ${no}`, drafted.id);
        await giveOn(stage, as, application, 'submit');
      },
    );

/** The officer looks at every application: some are given back, some do not fulfil the conditions; and some applicants take theirs back. */
export const checkApplications = (stage: Stage): Promise<void> =>
  forEach(stage.plan.applications, (application) => {
    const { kind } = application.fate;
    if (kind === 'withdrawn')
      return giveOn(stage, usernameOf(stage, application), application, 'withdraw', { reason: '合作方案有重大调整，拟下一年度再行申报。' });
    if (kind === 'ineligible')
      return giveOn(stage, officer, application, 'declare-ineligible', { reason: '牵头单位近三年有未结案的失信记录，不符合申报条件。' });
    return application.isReturned
      ? giveOn(stage, officer, application, 'return', { reason: '合作单位任务分工表述不完整，请补充后重新提交。' })
      : giveOn(stage, officer, application, 'declare-eligible');
  });

const goOn = ({ isReturned, fate }: PlannedApplication): boolean => isReturned && (fate.kind === 'approved' || fate.kind === 'refused');

export const handInAgain = (stage: Stage): Promise<void> =>
  forEach(stage.plan.applications.filter(goOn), (application) =>
    give(
      stage,
      usernameOf(stage, application),
      applicationPath(stage, application, 'submit'),
      `application-${application.no}/submit-again`,
    ),
  );

export const checkAgain = (stage: Stage): Promise<void> =>
  forEach(stage.plan.applications.filter(goOn), (application) => giveOn(stage, officer, application, 'declare-eligible'));
