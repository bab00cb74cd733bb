import type { LocalDate } from '@xietong/domain';
import { days } from '../plan/moments.ts';
import type { PlannedProject, PlannedReport } from '../plan/projects.ts';
import { director, forEach, give, idOfNumber, officer, type Stage } from './stage.ts';

export const leadOf = ({ plan }: Stage, { application }: PlannedProject): string => {
  const organisation = plan.organisations[application.lead];
  if (!organisation) throw new Error(`there is no organisation ${application.lead}`);
  return organisation.username;
};

/** Gives a command of a project; `about` tells repeats of the same command apart. */
export const giveOnProject = (
  stage: Stage,
  as: string,
  { number }: PlannedProject,
  command: string,
  body: object = {},
  about: string = command,
) => give(stage, as, `/v1/projects/${idOfNumber(number)}/${command}`, `project-${number}/${about}`, body);

export const setPlans = (stage: Stage): Promise<void> =>
  forEach(stage.plan.projects, (project) => giveOnProject(stage, officer, project, 'set-plan', { milestones: project.milestones }));

interface Reported {
  readonly project: PlannedProject;
  readonly report: PlannedReport;
}

const reportsOn = ({ plan }: Stage, on: LocalDate): Reported[] =>
  plan.projects.flatMap((project) => project.reports.filter((report) => report.on === on).map((report) => ({ project, report })));

export const reportProgress =
  (on: LocalDate) =>
  (stage: Stage): Promise<void> =>
    forEach(reportsOn(stage, on), ({ project, report: { milestones } }) =>
      giveOnProject(stage, leadOf(stage, project), project, 'report-progress', { on, milestones }, `report-${on}`),
    );

/** Leads answer the warnings of a month: within a day, or when the time for it is over. */
export const answerWarnings =
  (on: LocalDate, when: 'answered' | 'escalated') =>
  (stage: Stage): Promise<void> =>
    forEach(
      reportsOn(stage, on).filter(({ report }) => report.warned === when),
      ({ project }) =>
        giveOnProject(
          stage,
          leadOf(stage, project),
          project,
          'answer-warning',
          { cause: '关键设备到货延迟，现场调试晚于计划。', measures: '已调整施工顺序并增派两名工程师，下月内追回进度。' },
          `answer-${on}`,
        ),
    );

const kinds = ['expert-guidance', 'equipment', 'coordination', 'funds'] as const;

/** The agency helps some of those that were warned. */
export const assist =
  (on: LocalDate) =>
  (stage: Stage): Promise<void> =>
    forEach(
      stage.plan.projects.filter(({ assistedAfter }) => assistedAfter === on),
      (project, place) =>
        giveOnProject(stage, officer, project, 'assist', {
          kind: kinds[place % kinds.length],
          measures: '组织两名行业专家驻场指导一周，并协调共享中试平台机时。',
        }),
    );

export const endAssistance =
  (on: LocalDate) =>
  (stage: Stage): Promise<void> =>
    forEach(
      stage.plan.projects.filter(({ assistedAfter, end }) => assistedAfter === on && end !== 'exited'),
      (project) =>
        giveOnProject(stage, officer, project, 'end-assistance', { no: 1, effect: '滞后的里程碑已按期补齐，项目恢复正常进度。' }),
    );

/** Half-way the agency looks at every project that goes on. */
export const evaluateMidway = (stage: Stage): Promise<void> =>
  forEach(
    stage.plan.projects.filter(({ midway }) => midway !== 'to-be-stopped'),
    (project) =>
      project.midway === 'on-course'
        ? giveOnProject(stage, officer, project, 'evaluate-midway', {
            verdict: { kind: 'on-course' },
            finding: '进度与经费执行符合计划，示范现场运行良好。',
          })
        : giveOnProject(stage, officer, project, 'evaluate-midway', {
            verdict: { kind: 'to-be-corrected', what: '补齐示范现场的运行记录与第三方检测报告。', by: days.correctionDue },
            finding: '技术指标达到阶段要求，过程资料不完整。',
          }),
  );

export const evaluateFailing = (stage: Stage): Promise<void> =>
  forEach(
    stage.plan.projects.filter(({ midway }) => midway === 'to-be-stopped'),
    (project) =>
      giveOnProject(stage, officer, project, 'evaluate-midway', {
        verdict: { kind: 'to-be-stopped' },
        finding: '连续两个季度低于计划，关键技术路线经验证不可行，建议终止。',
      }),
  );

export const reportCorrections =
  (when: 'corrected' | 'corrected-late') =>
  (stage: Stage): Promise<void> =>
    forEach(
      stage.plan.projects.filter(({ midway }) => midway === when),
      (project) =>
        giveOnProject(stage, leadOf(stage, project), project, 'report-correction', {
          done: '运行记录与检测报告已补齐，并通过主管部门复核。',
        }),
    );

export const exitProjects = (stage: Stage): Promise<void> =>
  forEach(
    stage.plan.projects.filter(({ end }) => end === 'exited'),
    (project) => {
      const { amount, currency } = project.application.granted;
      return giveOnProject(stage, director, project, 'exit', {
        reason: '技术路线经验证不可行，经研究同意终止，未拨经费不再拨付。',
        settled: { amount: Math.floor(amount * 0.3), currency },
      });
    },
  );
