import { z } from 'zod';
import { askFigure, followEvents, type FigureEvent } from './figure-requests.ts';
import { projectsByHand, type Question, type Row, rowsByHand } from './figures-by-hand.ts';
import { type Grant, readGrants } from './grants-file.ts';
import { projectsUrl } from './platform-access.ts';
import { askAs, read } from './requests.ts';

const grants = readGrants();

/** What is read of an event's body here: enough to count every figure from it once more. */
const Registered = z.object({
  number: z.string(),
  signedOn: z.string(),
  participants: z.array(
    z.object({
      no: z.int(),
      role: z.string(),
      organisation: z.object({ id: z.string().optional(), region: z.string().optional() }),
      amount: z.object({ amount: z.int(), currency: z.literal('EUR') }),
    }),
  ),
});

function toGrants({ event }: FigureEvent): Grant[] {
  const { number, signedOn, participants } = Registered.parse(event['data']);
  return participants.map(({ no, role, organisation: { id = '', region }, amount }) => ({
    project: number,
    no,
    year: Number(signedOn.slice(0, 4)),
    organisation: id.replace('NO-ORGNR:', ''),
    ...(region !== undefined && { county: region }),
    leads: role === 'lead',
    cents: BigInt(amount.amount),
  }));
}

const byNumber = (one: Grant, other: Grant) => one.project.localeCompare(other.project) || one.no - other.no;

const cells: readonly { question: Question; cell: Row; limit: number }[] = [
  { question: { metric: 'pair-projects', by: ['a', 'b'] }, cell: { a: 'NO-03', b: 'NO-30' }, limit: 10 },
  { question: { metric: 'pair-amount', by: ['year', 'a', 'b'] }, cell: { year: 2019, a: 'NO-30', b: 'NO-50' }, limit: 5 },
  { question: { metric: 'lead-to-partner-amount', by: ['from', 'to'] }, cell: { from: 'NO-50', to: 'NO-03' }, limit: 1 },
  { question: { metric: 'granted-amount', by: ['region', 'year'] }, cell: { region: 'NO-50', year: 2020 }, limit: 50 },
  { question: { metric: 'participations', by: ['region'] }, cell: { region: 'unknown' }, limit: 3 },
  { question: { metric: 'organisations', by: ['region'], year: '2014..2016' }, cell: { region: 'NO-46' }, limit: 7 },
  { question: { metric: 'cross-region-projects', by: [] }, cell: {}, limit: 200 },
  { question: { metric: 'breadth', by: ['region', 'level'] }, cell: { region: 'NO-21', level: 'county' }, limit: 50 },
  { question: { metric: 'projects', by: ['level'] }, cell: { level: 'province' }, limit: 199 },
];

describe.each(cells)('the events behind $cell of $question', ({ question, cell, limit }) => {
  let row: Awaited<ReturnType<typeof askFigure>>['rows'][number];
  let events: FigureEvent[];

  beforeAll(async () => {
    const { rows } = await askFigure('rcn-analyst', question);
    const found = rows.find((one) => Object.keys(cell).every((name) => one[name] === cell[name]));
    if (!found) throw new Error(`the figure has no row ${JSON.stringify(cell)}`);
    row = found;
    events = await followEvents('rcn-analyst', row.events, limit);
  });

  test('are one for each project that counts there, page by page', () => {
    expect(events.map(({ event }) => event.subject).sort()).toEqual(
      projectsByHand(grants, question, cell)
        .map((number) => `project/NO-03.rcn.${number}`)
        .sort(),
    );
    expect(new Set(events.map(({ position }) => JSON.stringify(position))).size).toBe(events.length);
  });

  test('hold every participation of those projects, as the file has it', () => {
    const subjects = new Set(events.map(({ event }) => event.subject));
    const filed = grants.filter(({ project }) => subjects.has(`project/NO-03.rcn.${project}`));
    expect(events.flatMap(toGrants).sort(byNumber)).toEqual(filed.sort(byNumber));
  });

  test('give the number again when they are counted by hand', () => {
    const { events: _, ...counted } = row;
    expect(rowsByHand(events.flatMap(toGrants), question)).toContainEqual(counted);
  });
});

test('an event behind a figure is the very event of the history of its project', async () => {
  const { rows } = await askFigure('rcn-analyst', { metric: 'projects', by: ['year'], region: 'NO-21' });
  const [first] = await followEvents('rcn-analyst', rows[0]?.events ?? '');
  const History = z.object({ items: z.array(z.unknown()) });
  const id = String(first?.event['partitionkey']);
  const { items } = read(History, await askAs('rcn-analyst', `${projectsUrl}/v1/projects/${id}/history`));
  expect(items).toEqual([first?.event]);
  expect(first?.position.topic).toBe('NO-03.rcn.projects');
});
