import { areas } from '../plan/areas.ts';
import { byTotals, type Fate, type PlannedApplication } from '../plan/applications.ts';
import { applicationPath, callNumber, giveOn } from './call-acts.ts';
import { Refused } from './requests.ts';
import { director, forEach, give, idOfNumber, isThere, knownOf, officer, type Stage, untilSo } from './stage.ts';

const withFate = ({ plan }: Stage, isMeant: (fate: Fate) => boolean): PlannedApplication[] =>
  plan.applications.filter(({ fate }) => isMeant(fate));

/** Those that the panel puts on its list first: who is approved but for the places that come free, and who loses his to an objection. */
const listed = (fate: Fate): boolean =>
  (fate.kind === 'approved' && fate.way !== 'further') || (fate.kind === 'refused' && fate.way === 'objection-upheld');
const further = (fate: Fate): boolean => fate.kind === 'approved' && fate.way === 'further';

/** The panel of each area that gives places decides by rank; the reaction then puts each application on the list. */
export async function shortlist(stage: Stage): Promise<void> {
  const reasons = '经评审委员会集体讨论，依据综合得分排序并复核分歧较大的评审意见后确定。';
  await forEach(areas, async ({ code }) => {
    const chosen = inOrder(withFate(stage, listed), code);
    if (chosen.length === 0) return;
    const applications = chosen.map(({ no }) => knownOf(stage, `application ${no}`));
    await give(stage, director, '/v1/panels', `panel-${code}/shortlist`, {
      call: idOfNumber(callNumber),
      area: code,
      applications,
      reasons,
    });
  });
  await publicise(stage, withFate(stage, listed));
}

/** Places that came free go to the next by rank. */
export async function shortlistFurther(stage: Stage): Promise<void> {
  await forEach(areas, async ({ code }) => {
    const chosen = inOrder(withFate(stage, further), code);
    if (chosen.length === 0) return;
    const applications = chosen.map(({ no }) => knownOf(stage, `application ${no}`));
    const body = { applications, reasons: '公示异议成立后空出的名额，按综合得分依次递补。' };
    await give(stage, director, `/v1/panels/${idOfNumber(callNumber)}.${code}/shortlist-further`, `panel-${code}/further`, body);
  });
  await publicise(stage, withFate(stage, further));
}

const inOrder = (applications: readonly PlannedApplication[], area: string): PlannedApplication[] =>
  applications.filter(({ content }) => content.area === area).toSorted(byTotals);

const publicise = (stage: Stage, applications: readonly PlannedApplication[]): Promise<void> =>
  forEach(applications, async (application) => {
    const asked = { service: 'projects', as: officer, path: applicationPath(stage, application) } as const;
    await untilSo('the panel’s list has reached every application', () => isThere(stage, asked, ({ status }) => status !== 'eligible'));
    await giveOn(stage, officer, application, 'publicise');
  });

const doubted = ({ plan }: Stage): PlannedApplication[] => plan.applications.filter(({ objection }) => objection !== undefined);

// The other bureau of the city, which reads what is publicised as everyone does.
const objector = 'jxj-officer';

export const object = (stage: Stage): Promise<void> =>
  forEach(doubted(stage), async (application) => {
    const grounds =
      application.objection === 'upheld'
        ? '该项目主要内容与牵头单位上一年度已立项项目高度重复。'
        : '该项目合作单位的设备条件与申报书所述不一致。';
    try {
      await giveOn(stage, objector, application, 'object', { grounds });
    } catch (fault) {
      // Where the year was played before, an application that was refused over this objection is shown to nobody else any more.
      const asked = { service: 'projects', as: officer, path: applicationPath(stage, application) } as const;
      const isOver =
        fault instanceof Refused && fault.status === 404 && (await isThere(stage, asked, ({ status }) => status === 'refused'));
      if (!isOver) throw fault;
    }
  });

export const resolveObjections = (stage: Stage): Promise<void> =>
  forEach(doubted(stage), (application) => {
    const upheld = application.objection === 'upheld';
    const finding = upheld ? '经查重与现场核实，研究内容重复率超过规定，异议成立。' : '经现场核查，设备在用且权属清楚，异议不成立。';
    return giveOn(stage, officer, application, 'resolve-objection', { no: 1, upheld, finding });
  });

/** The director approves, and what is approved becomes a project by itself. */
export const approve =
  (way: 'with-all' | 'further' | 'late') =>
  async (stage: Stage): Promise<void> => {
    const projects = stage.plan.projects.filter(({ application: { fate } }) => fate.kind === 'approved' && fate.way === way);
    await forEach(projects, ({ number, application }) =>
      giveOn(stage, director, application, 'approve', { granted: application.granted, number }),
    );
    await forEach(projects, ({ number }) => {
      const asked = { service: 'projects', as: officer, path: `/v1/projects/${idOfNumber(number)}` } as const;
      return untilSo(`${number} is registered`, () => isThere(stage, asked));
    });
  };

export const refuse =
  (way: 'by-rank' | 'objection-upheld') =>
  (stage: Stage): Promise<void> => {
    const reason = way === 'by-rank' ? '综合得分排序未进入本领域支持名额。' : '公示期间异议成立，取消拟立项资格。';
    return forEach(
      withFate(stage, (fate) => fate.kind === 'refused' && fate.way === way),
      (application) => giveOn(stage, director, application, 'refuse', { reason }),
    );
  };
