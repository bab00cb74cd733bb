import type { PlannedProject } from '../plan/projects.ts';
import { leadOf } from './project-acts.ts';
import { director, forEach, give, idOfNumber, knownOf, officer, type Stage } from './stage.ts';

/** The projects that the cases are about: two that go on, and one that stopped. */
function chosen({ plan }: Stage): { readonly sound: readonly PlannedProject[]; readonly stopped: PlannedProject } {
  const sound = plan.projects.filter(({ end }) => end === 'accepted').slice(0, 2);
  const stopped = plan.projects.find(({ end }) => end === 'exited');
  if (!stopped) throw new Error('no project of the year stops');
  return { sound, stopped };
}

const leadIdOf = ({ application }: PlannedProject): string => application.content.parties[0]?.organisation.id ?? '';

/** Two risks: one of the market, grave, and one of the technique. */
export const raiseRisks = (stage: Stage): Promise<void> =>
  forEach(chosen(stage).sound, async (project, place) => {
    const risk = await give(stage, leadOf(stage, project), '/v1/risks', `risk-${place}/raise`, {
      project: idOfNumber(project.number),
      kind: place === 0 ? 'market' : 'technical',
      description: place === 0 ? '主要用户推迟采购，示范应用的落地订单存在不确定性。' : '核心部件国产替代件的寿命尚未验证。',
    });
    stage.known.set(`risk ${place}`, risk.id);
    const assessment = { level: place === 0 ? 'high' : 'low', owner: leadIdOf(project) };
    await give(stage, officer, `/v1/risks/${risk.id}/assess`, `risk-${place}/assess`, assessment);
  });

export const answerRisks = (stage: Stage): Promise<void> =>
  forEach(chosen(stage).sound, (project, place) =>
    give(stage, leadOf(stage, project), `/v1/risks/${knownOf(stage, `risk ${place}`)}/answer`, `risk-${place}/answer`, {
      measures: '已与第二家用户签订意向协议，并安排加速寿命试验。',
    }),
  );

export const closeRisks = (stage: Stage): Promise<void> =>
  forEach(chosen(stage).sound, (_, place) =>
    give(stage, officer, `/v1/risks/${knownOf(stage, `risk ${place}`)}/close`, `risk-${place}/close`, {
      outcome: '措施已落实，风险解除。',
    }),
  );

/** Who led a project that stopped asks not to be held liable. */
export async function applyForExemption(stage: Stage): Promise<void> {
  const { stopped } = chosen(stage);
  const exemption = await give(stage, leadOf(stage, stopped), '/v1/exemptions', 'exemption/apply', {
    project: idOfNumber(stopped.number),
    ground: 'technical-failure',
    account: '项目组按任务书完成了全部试验，路线失败系原理性限制，过程记录完整，经费使用合规。',
  });
  stage.known.set('exemption', exemption.id);
}

const committeeSize = 3;
// They work where nobody applies from, so none of them has a part in the project.
const committee = ({ plan }: Stage) => plan.roster.slice(-committeeSize);
const giveOnExemption = (stage: Stage, as: string, command: string, body: object) =>
  give(stage, as, `/v1/exemptions/${knownOf(stage, 'exemption')}/${command}`, `exemption/${command}`, body);

export async function appointCommittee(stage: Stage): Promise<void> {
  const members = committee(stage).map(({ username, employer }) => ({
    expert: knownOf(stage, `pseudonym ${username}`),
    affiliations: [{ organisation: employer.organisation }],
  }));
  await giveOnExemption(stage, director, 'appoint-committee', { members });
}

export const investigate = (stage: Stage) =>
  giveOnExemption(stage, officer, 'investigate', { findings: '试验记录、采购与经费凭证齐全，未发现弄虚作假。' });

export async function decideExemption(stage: Stage): Promise<void> {
  await forEach(committee(stage), ({ username }, place) =>
    give(stage, username, '/v1/exemption-votes', `exemption/vote-${place}`, {
      exemption: knownOf(stage, 'exemption'),
      inFavour: place > 0,
      reasons: place > 0 ? '勤勉尽责，失败原因属探索性风险。' : '中期风险预警后调整不够及时。',
    }),
  );
  await giveOnExemption(stage, director, 'decide', {
    granted: true,
    reasons: '多数委员认为项目组已勤勉尽责，失败属探索性风险。',
    effect: '不追回已使用经费，不影响相关单位后续申报。',
  });
}

/** One project that was accepted stands in the annual report as an example. */
export async function showcase(stage: Stage): Promise<void> {
  const [project] = chosen(stage).sound;
  if (!project) throw new Error('no project of the year was accepted');
  const { content } = project.application;
  const shown = await give(stage, officer, '/v1/showcases', 'showcase/nominate', {
    project: idOfNumber(project.number),
    title: content.title.slice(0, 300),
    summary: '两地企业与院校共建示范线，技术在两处现场连续运行，带动上下游共同升级。',
    regions: [...new Set(content.parties.map(({ organisation }) => organisation.region))],
    lessons: '需求方先行签订应用协议，里程碑与拨款挂钩，跨区域人员驻场。',
  });
  await give(stage, director, `/v1/showcases/${shown.id}/select`, 'showcase/select');
  await give(stage, director, `/v1/showcases/${shown.id}/publish`, 'showcase/publish', { year: 2023 });
}
