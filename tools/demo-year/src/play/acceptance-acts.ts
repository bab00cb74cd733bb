import type { PlannedProject } from '../plan/projects.ts';
import { giveOnProject, leadOf } from './project-acts.ts';
import { forEach, officer, type Stage } from './stage.ts';

const accepted = ({ plan }: Stage): PlannedProject[] => plan.projects.filter(({ end }) => end !== 'exited');
const acceptedAgain = (stage: Stage): PlannedProject[] => accepted(stage).filter(({ end }) => end === 'accepted-again');

// The third parties take turns.
function acceptorOf({ plan }: Stage, project: PlannedProject) {
  const acceptor = plan.acceptors[plan.projects.indexOf(project) % plan.acceptors.length];
  if (!acceptor) throw new Error('there is no third party');
  return acceptor;
}

/** The agency appoints a third party, and the lead asks it for acceptance. */
export const requestAcceptance = (stage: Stage): Promise<void> =>
  forEach(accepted(stage), async (project) => {
    const { id, name, region } = acceptorOf(stage, project);
    await giveOnProject(stage, officer, project, 'appoint-acceptor', { organisation: { id, name, region } });
    await giveOnProject(stage, leadOf(stage, project), project, 'request-acceptance', {
      results: '样机与两处示范运行稳定，主要指标达到任务书要求。',
    });
  });

/** The third parties accept, and send a few back. */
export const judge = (stage: Stage): Promise<void> =>
  forEach(accepted(stage), (project) =>
    project.end === 'accepted'
      ? giveOnProject(stage, acceptorOf(stage, project).username, project, 'accept', { finding: '资料齐全，现场运行正常，同意通过验收。' })
      : giveOnProject(stage, acceptorOf(stage, project).username, project, 'reject', { missing: '第二处示范的连续运行记录不足三个月。' }),
  );

export const requestAgain = (stage: Stage): Promise<void> =>
  forEach(acceptedAgain(stage), (project) =>
    giveOnProject(
      stage,
      leadOf(stage, project),
      project,
      'request-acceptance',
      { results: '已补充第二处示范的连续运行记录。' },
      'request-acceptance-again',
    ),
  );

export const judgeAgain = (stage: Stage): Promise<void> =>
  forEach(acceptedAgain(stage), (project) =>
    giveOnProject(stage, acceptorOf(stage, project).username, project, 'accept', { finding: '整改到位，同意通过验收。' }),
  );

/** What came of the accepted projects in a year: told in time, or after the reminder. */
export const followUp =
  (year: number, when: 'in-time' | 'late') =>
  (stage: Stage): Promise<void> =>
    forEach(
      accepted(stage).filter(({ isFollowedUpLate }) => isFollowedUpLate === (when === 'late')),
      (project) => giveOnProject(stage, leadOf(stage, project), project, 'follow-up', project.followUps[year], `follow-up-${year + 1}`),
    );
