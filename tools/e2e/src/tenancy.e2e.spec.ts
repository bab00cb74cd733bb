import { randomUUID } from 'node:crypto';
import { askFigure, Figure, figureUrl, followEvents } from './figure-requests.ts';
import { metrics } from './figures-by-hand.ts';
import { readGrants } from './grants-file.ts';
import { agencies, type Agency, reportingUrl, roles, type Username } from './platform-access.ts';
import { sampleCommands } from './project-commands.ts';
import { collection, command, listProjects, newProject, Project, register } from './project-requests.ts';
import { type Answer, askAs, read, verdictOf } from './requests.ts';
import { until } from './until.ts';

// Check 18: two regions with two agencies each. Every agency has a project; whoever is of another one gets nothing of it to see.

interface Owned {
  readonly agency: Agency;
  readonly id: string;
  readonly number: string;
  /** The key under which it was registered, where that is known here. */
  readonly key: string;
  /** Words that stand in the project and nowhere else. */
  readonly words: readonly string[];
}

// The research council has its grants already, and keeps the numbers that others count.
const grant = { number: '951956', words: ['951956', 'Change2Twin', 'Digital Twin Champions'] };

async function ownedBy(agency: Agency): Promise<Owned> {
  const key = randomUUID();
  if (agency.name === 'rcn') return { agency, key, id: `${agency.prefix}.${grant.number}`, ...grant };
  const title = `Known to ${agency.name} alone: ${randomUUID()}`;
  const input = newProject({ title });
  const { id, number } = read(Project, await register(`${agency.name}-officer`, input, { 'idempotency-key': key }));
  return { agency, key, id, number, words: [number, title] };
}

const owned = new Map<string, Owned>();
const ownedOf = ({ name }: Agency): Owned => {
  const found = owned.get(name);
  if (!found) throw new Error(`${name} has no project`);
  return found;
};
beforeAll(async () => {
  for (const agency of agencies) owned.set(agency.name, await ownedBy(agency));
});

const somebody = ({ name }: Agency, role: 'officer' | 'director' | 'analyst'): Username => `${name}-${role}`;
describe.each(agencies.map((agency) => [agency.ref, agency] as const))('for people of %s', (_, viewer) => {
  const others = agencies.filter(({ name }) => name !== viewer.name);

  /** Asserts that an answer has none of the words of the others' projects. */
  const withoutForeign = (answer: Answer): Answer => {
    const foreign = others.flatMap((other) => ownedOf(other).words).filter((word) => answer.text.includes(word));
    expect([foreign, answer.status]).toEqual([[], answer.status]);
    return answer;
  };
  const asks = async (url: string, role: 'officer' | 'director' | 'analyst' = 'analyst') =>
    withoutForeign(await askAs(somebody(viewer, role), url));

  test('their own project is there to read, with its history', async () => {
    const { id } = ownedOf(viewer);
    expect((await asks(`${collection}/${id}`)).status).toBe(200);
    expect((await asks(`${collection}/${id}/history`)).status).toBe(200);
  });

  test("another agency's project is not there, nor is its history", async () => {
    for (const other of others) {
      const { id } = ownedOf(other);
      expect(verdictOf(await asks(`${collection}/${id}`))).toEqual([404, 'not-found']);
      expect(verdictOf(await asks(`${collection}/${id}/history`))).toEqual([404, 'not-found']);
    }
  });

  test("another agency's project is in no list and no count, whatever is asked for", async () => {
    for (const other of others) {
      expect(await listProjects(asks, { number: ownedOf(other).number })).toEqual({ items: [], count: 0 });
    }
    const { items, count } = await listProjects(asks);
    expect(items.filter(({ registrar }) => registrar !== viewer.ref)).toEqual([]);
    expect([new Set(items.map(({ id }) => id)).size, items.length]).toEqual([count, count]);
  });

  test("another agency's project takes none of their commands, not even a repeated one", async () => {
    for (const other of others) {
      const { id, key } = ownedOf(other);
      for (const { name, role, input } of sampleCommands) {
        const asked = command(somebody(viewer, role), id, name, input, { 'idempotency-key': key });
        expect([name, ...verdictOf(withoutForeign(await asked))]).toEqual([name, 404, 'not-found']);
      }
    }
  });

  test('figures count their own projects, and not one more', async () => {
    const { count } = await listProjects(asks);
    const counted = await until(
      () => askFigure(somebody(viewer, 'analyst'), { metric: 'projects', by: [] }),
      ({ rows }) => rows[0]?.value === count,
      5_000,
    );
    const events = await followEvents(somebody(viewer, 'analyst'), counted.rows[0]?.events ?? '', 200);
    expect(events).toHaveLength(count);
    const foreign = events.filter(
      ({ event, position }) => !event.subject.startsWith(`project/${viewer.prefix}.`) || position.topic !== `${viewer.prefix}.projects`,
    );
    expect(foreign).toEqual([]);
  });

  test('every figure, exported or not, is of their own topic', async () => {
    for (const [metric, { dimensions, isMoney }] of Object.entries(metrics)) {
      const url = figureUrl({ metric, by: dimensions, ...(isMoney && { currency: 'EUR' }) });
      const topics = read(Figure, await asks(url)).watermark.split(',');
      expect(topics.map((topic) => topic.split(':')[0])).toEqual([`${viewer.prefix}.projects`]);
      const csv = await askAs(somebody(viewer, 'analyst'), url, { headers: { accept: 'text/csv' } });
      for (const { prefix } of others) expect(withoutForeign(csv).text).not.toContain(prefix);
    }
  });

  test("another agency's watermark and link to events open nothing", async () => {
    for (const other of others) {
      const { watermark, rows } = await askFigure(somebody(other, 'analyst'), { metric: 'projects', by: [] });
      const link = `${reportingUrl}${rows[0]?.events}`;
      const sameFigure = figureUrl({ metric: 'projects', by: [], at: watermark });
      for (const url of [link, sameFigure]) expect(verdictOf(await asks(url))).toEqual([422, 'watermark-unknown']);
    }
  });
});

test('one number at two agencies is two projects, each with its own registrar and key', async () => {
  const [input, key] = [newProject(), randomUUID()];
  const [kjj, jxj, again] = [
    await register('kjj-officer', input, { 'idempotency-key': key }),
    await register('jxj-officer', input, { 'idempotency-key': key }),
    await register('kjj-officer', input, { 'idempotency-key': key }),
  ];
  expect(read(Project, kjj)).toMatchObject({ id: `CN-331082.kjj.${input.number}`, registrar: 'CN-331082/kjj' });
  expect(read(Project, jxj)).toMatchObject({ id: `CN-331082.jxj.${input.number}`, registrar: 'CN-331082/jxj' });
  expect([again.text, again.headers.get('idempotency-replayed')]).toEqual([kjj.text, 'true']);
});

test('an organisation sees across agencies what it takes part in, and nothing else', async () => {
  // The applicant of Innovation Norway acts for the University of Oslo; the grants are the research council's.
  const grants = readGrants();
  const partIn = new Set(grants.filter(({ organisation }) => organisation === '971035854').map(({ project }) => project));
  const apart = grants.map(({ project }) => project).filter((project) => !partIn.has(project));
  const asks = (url: string) => askAs('inn-applicant', url);
  for (const number of [...partIn].slice(0, 5))
    expect([number, (await asks(`${collection}/NO-03.rcn.${number}`)).status]).toEqual([number, 200]);
  for (const number of apart.slice(0, 5)) expect([number, (await asks(`${collection}/NO-03.rcn.${number}`)).status]).toEqual([number, 404]);

  const signed = new Set(grants.filter(({ year }) => year === 2019).map(({ project }) => project));
  const { items } = await listProjects(asks, { year: '2019' });
  expect(items.map(({ id }) => id).sort()).toEqual(
    [...partIn]
      .filter((number) => signed.has(number))
      .map((number) => `NO-03.rcn.${number}`)
      .sort(),
  );
});

test('whoever comes from outside the agency sees nothing of it but what their organisation takes part in', async () => {
  const { number } = read(Project, await register('kjj-officer', newProject()));
  const url = `${collection}/CN-331082.kjj.${number}`;
  for (const role of roles) {
    const isStaff = !['applicant', 'expert', 'partner'].includes(role);
    const one = await askAs(`kjj-${role}`, url);
    const { items } = await listProjects((list) => askAs(`kjj-${role}`, list), { number });
    expect([role, one.status, items.length]).toEqual(isStaff ? [role, 200, 1] : [role, 404, 0]);
  }
});
