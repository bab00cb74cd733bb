import { describeBadInput, ownersPseudonym } from '@xietong/runtime/bad-input';
import { contentInput as application, leading, partnering } from './application/example.fixture.ts';
import { firm, foundation, pudong } from './alliance/example.fixture.ts';
import { publication } from './call/example.fixture.ts';
import { account, member, members } from './exemption/example.fixture.ts';
import { done, milestones, partner, registration } from './project/example.fixture.ts';
import { projects } from './projects.ts';
import { assessment, expert } from './review/example.fixture.ts';
import { content } from './showcase/example.fixture.ts';

// The trial's day is 2026-06-01; a call is for everyone to read.
const publish = {
  ...publication,
  opensAt: '2026-05-01T08:00:00.000Z',
  closesAt: '2026-07-01T08:00:00.000Z',
  scoring: { ...publication.scoring, quorum: 1 },
  // Nobody sends files up before the trial.
  documents: publication.documents.map((document) => ({ ...document, required: false })),
};
// The organisation for which the trial's owner acts leads; of its experts he is one too.
const parties = [{ ...leading, organisation: { ...leading.organisation, id: 'NO-ORGNR:974760673' } }, partnering];
const { attachments: _, ...written } = application;
const draft = { call: 'NO-03.rcn.2026-01', content: { ...written, parties, startsOn: '2026-09-01' } };
const invite = ({ applications }: Readonly<Record<string, string>>) => ({ application: applications, expert: ownersPseudonym });
const score = { scores: assessment.scores, comment: assessment.comment };
const shortlist = ({ applications }: Readonly<Record<string, string>>) => ({
  call: 'NO-03.rcn.2026-01',
  area: application.area,
  applications: [applications],
});
// The trial's stranger is of an agency that the example has for a member.
const found = { ...foundation, members: [pudong, firm] };
const project = 'NO-03.rcn.951956';
// The organisation for which the trial's owner acts takes part.
const register = {
  ...registration,
  participants: [...registration.participants, { ...partner, no: 4, organisation: { id: 'NO-ORGNR:974760673', name: 'NTNU' } }],
};
const raise = { project, kind: 'technical', description: '供货中断' };
const apply = { project, ...account };
const cast = ({ exemptions }: Readonly<Record<string, string>>) => ({ exemption: exemptions, inFavour: true, reasons: '记录完整' });
const nominate = { project, ...content };
describeBadInput(projects, {
  inputs: { found, publish, draft, invite, shortlist, register, raise, apply, cast, nominate },
  records: { experts: { [ownersPseudonym]: expert } },
  before: {
    invite: [
      ['applications', 'submit', {}],
      ['applications', 'declareEligible', {}],
    ],
    shortlist: [
      ['reviews', 'accept', {}],
      ['reviews', 'score', score],
      ['calls', 'close', { reason: '名额已满' }],
    ],
    apply: [
      ['projects', 'setPlan', { milestones }],
      ['projects', 'suspend', { reason: '停工' }],
    ],
    cast: [
      ['exemptions', 'appointCommittee', { members: [member(ownersPseudonym), ...members.slice(1)] }],
      ['exemptions', 'investigate', { findings: '未发现弄虚作假' }],
    ],
    nominate: [
      ['projects', 'resume', {}],
      ['projects', 'reportProgress', { on: '2026-05-31', milestones: done(100, 100, 100) }],
      ['projects', 'complete', {}],
    ],
  },
  openToAll: ['calls'],
});
