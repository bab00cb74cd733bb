import { service } from '@xietong/kernel';
import { Alliance } from './alliance/alliance.ts';
import { Application } from './application/application.ts';
import { Call } from './call/call.ts';
import { Exemption } from './exemption/exemption.ts';
import { ExemptionVote } from './exemption-vote/exemption-vote.ts';
import { problems } from './problems.ts';
import { experts } from './experts/experts.ts';
import { Panel } from './panel/panel.ts';
import { panelAreas } from './panel/panel-areas.ts';
import { panelRanking } from './panel/panel-ranking.ts';
import { Project } from './project/project.ts';
import { projectFollowsApproval, shortlistFollowsPanel } from './reactions.ts';
import { candidates } from './review/candidates.ts';
import { Review } from './review/review.ts';
import { Risk } from './risk/risk.ts';
import { Showcase } from './showcase/showcase.ts';

/** Demonstration projects 示范项目: who was called to apply, who did and with what result, what was granted to whom, by which plan, and how far it has come. */
export const projects = service('projects', {
  aggregates: [Call, Application, Review, Panel, Project, Risk, Exemption, ExemptionVote, Showcase, Alliance],
  reactions: [shortlistFollowsPanel, projectFollowsApproval],
  projections: [experts],
  queries: [panelRanking, panelAreas, candidates],
  problems,
});
