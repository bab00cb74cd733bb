import { createHash } from 'node:crypto';
import { z } from 'zod';
import { readTopic } from './kafka-access.ts';
import type { Username } from './platform-access.ts';
import { collection, command, newProject, readProject, register } from './project-requests.ts';
import { askAs, read, verdictOf } from './requests.ts';
import { until } from './until.ts';

// One project of Linhai's science bureau from its registration to its end, as its people see it, and what is kept of it.
// Its days lie in the past, because progress is reported only on days that have come.

const enterprise = { id: 'CN-USCI:91331082MA00D034X0', name: '临海示范企业', region: 'CN-331082' };
const partner = { id: 'CN-USCI:91310115MA00DEM225', name: '浦东合作企业', region: 'CN-310115' };
const participants = [
  { no: 1, organisation: enterprise, role: 'lead', amount: { amount: 300_000_00, currency: 'CNY' } },
  { no: 2, organisation: partner, role: 'partner', amount: { amount: 200_000_00, currency: 'CNY' } },
];
const pilotLine = { no: 1, title: '中试线投产', due: '2024-06-30', weightPercent: 40 };
const enterprises = { no: 2, title: '十家企业应用', due: '2025-06-30', weightPercent: 60 };

const State = z.looseObject({
  id: z.string(),
  version: z.int(),
  status: z.enum(['registered', 'active', 'suspended', 'exited', 'completed']),
  progress: z.array(z.looseObject({ plannedBasisPoints: z.int(), actualBasisPoints: z.int() })),
  warning: z.looseObject({ status: z.enum(['open', 'answered', 'escalated']) }).optional(),
});

let project: z.output<typeof State>;

/** Gives a command for the version that was last seen, and sees what comes of it. */
async function give(username: Username, name: string, input: object = {}) {
  project = read(State, await command(username, project.id, name, input, { 'if-match': `"${project.version}"` }));
  return project;
}
const refusalOf = async (username: Username, name: string, input: object = {}) =>
  verdictOf(await command(username, project.id, name, input));
const report = (on: string, ...donePercents: number[]) => ({
  on,
  milestones: donePercents.map((donePercent, place) => ({ no: place + 1, donePercent })),
});

describe('a project', () => {
  test('is registered by an officer, and no progress is reported on it yet', async () => {
    const input = newProject({ signedOn: '2024-01-15', startsOn: '2024-02-01', endsOn: '2025-12-31', participants });
    project = read(State, await register('kjj-officer', input));
    expect(project).toMatchObject({ status: 'registered', version: 1, registrar: 'CN-331082/kjj', progress: [] });
    expect(await refusalOf('kjj-officer', 'report-progress', report('2024-06-30'))).toEqual([409, 'not-active']);
  });

  test('becomes active by a plan whose weights make 100 percent, set once', async () => {
    const short = { milestones: [pilotLine, { ...enterprises, weightPercent: 59 }] };
    expect(await refusalOf('kjj-officer', 'set-plan', short)).toEqual([422, 'weights-not-whole']);
    expect(await give('kjj-officer', 'set-plan', { milestones: [pilotLine, enterprises] })).toMatchObject({ status: 'active', version: 2 });
    expect(await refusalOf('kjj-officer', 'set-plan', { milestones: [pilotLine, enterprises] })).toEqual([409, 'plan-already-set']);
  });

  test('is not warned at 20 percent behind its plan', async () => {
    await give('kjj-applicant', 'report-progress', report('2024-06-30', 80));
    expect(project.progress).toMatchObject([{ plannedBasisPoints: 4000, actualBasisPoints: 3200 }]);
    expect([project.version, project.warning]).toEqual([3, undefined]);
  });

  test('is warned at 30 percent behind, once', async () => {
    await give('kjj-applicant', 'report-progress', report('2024-07-01', 70));
    expect(project.progress[1]).toMatchObject({ plannedBasisPoints: 4000, actualBasisPoints: 2800 });
    expect([project.version, project.warning?.status]).toEqual([5, 'open']);
    await give('kjj-applicant', 'report-progress', report('2024-07-02', 60));
    expect([project.version, project.warning?.status]).toEqual([6, 'open']);
  });

  test('has its warning answered by the enterprise, not by another one', async () => {
    const answer = { cause: '供应商停产', measures: '已更换供应商' };
    expect(await refusalOf('inn-applicant', 'answer-warning', answer)).toEqual([404, 'not-found']);
    await give('kjj-applicant', 'answer-warning', answer);
    expect(project.warning).toMatchObject({ status: 'answered', answer: { ...answer, late: false } });
    expect(await refusalOf('kjj-applicant', 'answer-warning', answer)).toEqual([409, 'no-warning-to-answer']);
  });

  test('is adjusted by the director alone, with something that differs', async () => {
    const [later, reason] = [{ ...pilotLine, due: '2024-12-31' }, '供应商停产'];
    expect(await refusalOf('kjj-officer', 'adjust', { milestones: [later, enterprises], reason })).toEqual([403, 'role-missing']);
    expect(await refusalOf('kjj-director', 'adjust', { milestones: [pilotLine, enterprises], reason })).toEqual([422, 'nothing-adjusted']);
    await give('kjj-director', 'adjust', { milestones: [later, enterprises], endsOn: '2026-03-31', reason });
    expect(project).toMatchObject({ status: 'active', endsOn: '2026-03-31', plan: { milestones: [later, enterprises] } });
  });

  test('is suspended, takes no report meanwhile, and is resumed', async () => {
    expect(await give('kjj-director', 'suspend', { reason: '合作单位重组' })).toMatchObject({ status: 'suspended' });
    expect(await refusalOf('kjj-applicant', 'report-progress', report('2024-08-01', 90))).toEqual([409, 'not-active']);
    expect(await refusalOf('kjj-director', 'suspend', { reason: '再次' })).toEqual([409, 'not-active']);
    expect(await give('kjj-director', 'resume')).toMatchObject({ status: 'active' });
    expect(await refusalOf('kjj-director', 'resume')).toEqual([409, 'not-suspended']);
  });

  test('is completed when every milestone is done, and not before', async () => {
    expect(await refusalOf('kjj-director', 'complete')).toEqual([409, 'milestones-unfinished']);
    expect(await refusalOf('kjj-applicant', 'report-progress', report('2024-06-01', 100, 100))).toEqual([422, 'report-out-of-order']);
    expect(await refusalOf('kjj-applicant', 'report-progress', report('2062-06-30', 100, 100))).toEqual([422, 'report-in-the-future']);
    await give('kjj-applicant', 'report-progress', report('2025-06-30', 100, 100));
    expect(project.progress.at(-1)).toMatchObject({ plannedBasisPoints: 10_000, actualBasisPoints: 10_000 });
    expect(await give('kjj-director', 'complete')).toMatchObject({ status: 'completed', version: 12 });
  });

  test('takes nothing more after its end but a correction of its participants', async () => {
    expect(await refusalOf('kjj-director', 'exit', { reason: '终止' })).toEqual([409, 'project-ended']);
    expect(await refusalOf('kjj-director', 'suspend', { reason: '暂停' })).toEqual([409, 'not-active']);
    await give('kjj-officer', 'amend-participants', { participants: participants.slice(0, 1), reason: '合作单位未参与' });
    expect(project).toMatchObject({ status: 'completed', version: 13, participants: participants.slice(0, 1) });
    expect(read(State, await readProject('kjj-officer', project.id))).toEqual(project);
  });
});

describe('what is kept of it', () => {
  const Event = z.looseObject({ id: z.string(), type: z.string(), time: z.iso.datetime(), actor: z.string(), prevhash: z.string() });
  const History = z.object({ items: z.array(Event), next: z.string().optional() });
  const historyUrl = () => `${collection}/${project.id}/history`;

  let texts: string[];
  let events: z.output<typeof Event>[];
  beforeAll(async () => {
    // An event may be published twice, and is then the same to the letter.
    const published = async () => {
      const messages = await readTopic('CN-331082.kjj.projects');
      return [...new Set(messages.filter(({ key }) => key === project.id).map(({ text }) => text))];
    };
    texts = await until(published, ({ length }) => length >= project.version, 10_000);
    events = texts.map((text) => Event.parse(JSON.parse(text)));
  });

  test('is every event of its life, in order', () => {
    expect(events.map(({ type }) => type.replace(/^xietong\.projects\.project\.(.*)\.v1$/, '$1'))).toEqual([
      'registered',
      'plan-set',
      'progress-reported',
      'progress-reported',
      'warned',
      'progress-reported',
      'warning-answered',
      'adjusted',
      'suspended',
      'resumed',
      'progress-reported',
      'completed',
      'participants-amended',
    ]);
    expect(events.map(({ id }) => id)).toEqual(events.map((_, place) => `project/${project.id}/${place + 1}`));
    expect(events.map(({ time }) => time)).toEqual(events.map(({ time }) => time).sort());
  });

  test('is chained: each event holds the hash of the exact text of the one before', () => {
    const hashes = texts.map((text) => createHash('sha256').update(text).digest('hex'));
    expect(events.map(({ prevhash }) => prevhash)).toEqual(['', ...hashes.slice(0, -1)]);
  });

  test('is shown in its history to the letter as it was published, whole and page by page', async () => {
    const { text } = await askAs('kjj-auditor', historyUrl());
    expect(text).toBe(`{"items":[${texts.join(',')}]}`);
    const paged: unknown[] = [];
    for (let page = `${historyUrl()}?limit=5`; page !== '';) {
      const { items, next } = read(History, await askAs('kjj-auditor', page));
      paged.push(...items);
      page = next === undefined ? '' : `${historyUrl()}?limit=5&after=${encodeURIComponent(next)}`;
    }
    expect(paged).toEqual(events);
  });

  test('gives 48 hours for an answer from the moment of the warning', () => {
    const warned = events[4];
    const { answerBy } = z.object({ answerBy: z.iso.datetime() }).parse(warned?.['data']);
    expect(Date.parse(answerBy) - Date.parse(warned?.time ?? '')).toBe(48 * 3_600_000);
  });

  test('names people by pseudonyms, one for each person', () => {
    const actors = events.map(({ actor }) => actor);
    const [officer, applicant, director] = [actors[0], actors[2], actors[7]];
    expect(new Set([officer, applicant, director]).size).toBe(3);
    expect(actors.filter((actor) => ![officer, applicant, director].includes(actor))).toEqual([]);
    expect([actors[1], actors[12], actors[6], actors[11]]).toEqual([officer, officer, applicant, director]);
    expect(texts.join('')).not.toMatch(/kjj-\w+|@xietong/);
  });
});
