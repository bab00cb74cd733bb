import { askFigure, followEvents } from './figure-requests.ts';
import type { Row } from './figures-by-hand.ts';
import { command, correctedParticipants, newProject, Project, register } from './project-requests.ts';
import { read, verdictOf } from './requests.ts';
import { until } from './until.ts';

// What happens to figures while projects are registered and corrected: told at an agency without grants, as differences.

const visibleWithinMs = 1_000;
const year = '2011';

/** The figures that a project from Oslo to Viken, and its correction to Vestland, are seen in. */
const questions = {
  projects: { metric: 'projects', by: [], year },
  crossRegion: { metric: 'cross-region-projects', by: [], year },
  granted: { metric: 'granted-amount', by: [], year },
  toViken: { metric: 'pair-projects', by: ['a', 'b'], year, a: 'NO-03', b: 'NO-30' },
  toVestland: { metric: 'pair-projects', by: ['a', 'b'], year, a: 'NO-03', b: 'NO-46' },
  flowToViken: { metric: 'lead-to-partner-amount', by: ['from', 'to'], year, from: 'NO-03', to: 'NO-30' },
  flowToVestland: { metric: 'lead-to-partner-amount', by: ['from', 'to'], year, from: 'NO-03', to: 'NO-46' },
} as const;
type Name = keyof typeof questions;
const names = Object.keys(questions) as Name[];

type Figures = Readonly<Record<Name, number>>;

async function figures(at?: string): Promise<Figures> {
  const values = names.map(async (name) => {
    const { rows } = await askFigure('inn-analyst', { ...questions[name], ...(at !== undefined && { at }) });
    return [name, rows[0]?.value ?? 0];
  });
  return Object.fromEntries(await Promise.all(values)) as Figures;
}

const watermark = async () => (await askFigure('inn-analyst', questions.projects)).watermark;
const change = (from: Figures, to: Figures): Partial<Figures> =>
  Object.fromEntries(names.filter((name) => from[name] !== to[name]).map((name) => [name, to[name] - from[name]]));

/** The watermark at which the figure counts one more than before, which has to be within a second. */
async function onceOneMore(name: Name, before: Figures): Promise<string> {
  const answer = await until(
    () => askFigure('inn-analyst', questions[name]),
    ({ rows }) => rows[0]?.value === before[name] + 1,
    visibleWithinMs,
  );
  return answer.watermark;
}

describe('a project that is registered and then corrected', () => {
  const input = newProject();
  let [atFirst, atRegistered, atCorrected] = ['', '', ''];
  let first: Figures;
  let registered: Figures;
  let corrected: Figures;
  let id = '';

  beforeAll(async () => {
    atFirst = await watermark();
    first = await figures();
    ({ id } = read(Project, await register('inn-officer', input)));
    atRegistered = await onceOneMore('projects', first);
    registered = await figures();
    const amendment = { participants: correctedParticipants, reason: 'The partner moved' };
    expect(verdictOf(await command('inn-officer', id, 'amend-participants', amendment))).toEqual([200]);
    atCorrected = await onceOneMore('toVestland', registered);
    corrected = await figures();
  });

  test('is counted within a second of the reply, to the cent', () => {
    expect(change(first, registered)).toEqual({
      projects: 1,
      crossRegion: 1,
      granted: 125_005,
      toViken: 1,
      flowToViken: 25_005,
    });
  });

  test('replaces what it said before: the pair, the flow and the amount move, and nothing counts twice', () => {
    expect(change(registered, corrected)).toEqual({
      granted: -4_998,
      toViken: -1,
      toVestland: 1,
      flowToViken: -25_005,
      flowToVestland: 20_007,
    });
  });

  test('leaves figures at an earlier watermark as they were', async () => {
    expect(await figures(atFirst)).toEqual(first);
    expect(await figures(atRegistered)).toEqual(registered);
    expect(await figures(atCorrected)).toEqual(corrected);
  });

  test('stands behind each figure with the event that said so at that time', async () => {
    const eventsAt = async (question: (typeof questions)[Name], at: string) => {
      const { rows } = await askFigure('inn-analyst', { ...question, at });
      const events = await Promise.all(rows.map((row: Row) => followEvents('inn-analyst', String(row['events']))));
      return events.flat().flatMap(({ event }) => (event.subject === `project/${id}` ? [event.id] : []));
    };
    expect(await eventsAt(questions.projects, atFirst)).toEqual([]);
    expect(await eventsAt(questions.projects, atRegistered)).toEqual([`project/${id}/1`]);
    expect(await eventsAt(questions.projects, atCorrected)).toEqual([`project/${id}/2`]);
    expect(await eventsAt(questions.toViken, atRegistered)).toEqual([`project/${id}/1`]);
    expect(await eventsAt(questions.toViken, atCorrected)).toEqual([]);
    expect(await eventsAt(questions.toVestland, atCorrected)).toEqual([`project/${id}/2`]);
  });
});

test('a watermark that has not been reached, or is of another agency, is refused and not guessed at', async () => {
  const now = await watermark();
  const ahead = now.replace(/\d+$/, (offset) => String(Number(offset) + 1));
  for (const at of [ahead, 'NO-03.rcn.projects:1.1.1', 'NO-99.none.projects:1']) {
    await expect(askFigure('inn-analyst', { ...questions.projects, at })).rejects.toThrow('watermark-unknown');
  }
});

test('a refused project leaves no trace in the figures', async () => {
  const before = await figures();
  const twoLeads = newProject({ participants: correctedParticipants.map((one) => ({ ...one, role: 'lead' })) });
  expect(verdictOf(await register('inn-officer', twoLeads))).toEqual([422, 'more-than-one-lead']);
  // What is counted next is a project that was accepted after it.
  const { id } = read(Project, await register('inn-officer', newProject()));
  const after = await onceOneMore('projects', before);
  const { rows } = await askFigure('inn-analyst', { ...questions.projects, at: after });
  const events = await followEvents('inn-analyst', rows[0]?.events ?? '', 200);
  const numbers = events.map(({ event }) => event.subject);
  expect(numbers).toContain(`project/${id}`);
  expect(numbers).not.toContain(`project/NO-03.inn.${twoLeads.number}`);
});
