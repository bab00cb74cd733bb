import { read, askAs } from './requests.ts';
import { metrics, type Question, rowsByHand } from './figures-by-hand.ts';
import { readGrants } from './grants-file.ts';
import { askFigure, Figure } from './figure-requests.ts';
import { portalUrl, reportingUrl } from './platform-access.ts';
import { z } from 'zod';

const grants = readGrants();
const valueOf = async (question: Question) => (await askFigure('rcn-analyst', question)).rows[0]?.value;
const total = (metric: string, more: Partial<Question> = {}) => valueOf({ metric, by: [], ...more });

describe('the EU grants in Norway, through the API', () => {
  test('are 1,957 projects with 2,931 participations of 693 organisation keys', async () => {
    expect(await total('projects')).toBe(1957);
    expect(await total('participations')).toBe(2931);
    expect(await total('organisations')).toBe(693);
  });

  test('grant 1,672,234,782.37 euros, to the cent', async () => {
    const { unit, rows } = await askFigure('rcn-analyst', { metric: 'granted-amount', by: [] });
    expect([unit, rows[0]?.value]).toEqual(['EUR cent', 167_223_478_237]);
  });

  test('leave 7 participations without a region', async () => {
    expect(await total('participations', { region: 'unknown' })).toBe(7);
  });

  test('cross a border in 380 projects', async () => {
    expect(await total('cross-region-projects')).toBe(380);
  });

  test('join Oslo and Viken in 98, Oslo and Trøndelag in 81, Viken and Trøndelag in 71', async () => {
    const { rows } = await askFigure('rcn-analyst', { metric: 'pair-projects', by: ['a', 'b'] });
    const most = rows.toSorted((one, other) => Number(other.value) - Number(one.value)).slice(0, 3);
    expect(most.map(({ a, b, value }) => [a, b, value])).toEqual([
      ['NO-03', 'NO-30', 98],
      ['NO-03', 'NO-50', 81],
      ['NO-30', 'NO-50', 71],
    ]);
  });

  test('are the same numbers at the portal', async () => {
    const answer = await askAs('rcn-analyst', `${portalUrl}/api/reporting/v1/figures/pair-projects?by=a,b`);
    expect(read(Figure, answer)).toEqual(await askFigure('rcn-analyst', { metric: 'pair-projects', by: ['a', 'b'] }));
  });
});

test('the catalogue has exactly the metrics of collaborations that are counted by hand below, broken down the same ways', async () => {
  const Catalogue = z.object({ items: z.array(z.object({ id: z.string(), unit: z.string(), dimensions: z.array(z.string()) })) });
  const { items } = read(Catalogue, await askAs('rcn-analyst', `${reportingUrl}/v1/metrics`));
  const known = Object.entries(metrics).map(([id, { dimensions, isMoney }]) => ({ id, dimensions, isMoney }));
  // Figures of a programme are broken down by field, and the grants of the file know nothing of applications, reports, follow-ups and alliances.
  const ofAlliances = /alliance|shared-(tax|output)|statement/;
  const ofCollaborations = items.filter(({ id, dimensions }) => !dimensions.includes('field') && !ofAlliances.test(id));
  expect(ofCollaborations.map(({ id, dimensions, unit }) => ({ id, dimensions, isMoney: unit === 'money' }))).toEqual(known);
});

const subsetsOf = (all: readonly string[]): string[][] =>
  all.reduce<string[][]>((subsets, one) => [...subsets, ...subsets.map((subset) => [...subset, one])], [[]]);

const narrowings: readonly Pick<Question, 'year' | 'region'>[] = [
  {},
  { year: '2018' },
  { year: '2016..2019' },
  { year: '1999' },
  { region: 'NO-03' },
  { region: 'NO-21' },
  { region: 'unknown' },
  { year: '2020..2021', region: 'NO-50' },
];

describe.each(Object.entries(metrics))('%s', (metric, { dimensions, isMoney }) => {
  test.each(narrowings)('is what a count by hand gives, broken down in every way, of %j', async (narrowing) => {
    const questions = subsetsOf(dimensions).map((by) => ({ metric, by, ...narrowing }));
    const figures = await Promise.all(questions.map((question) => askFigure('rcn-analyst', question)));
    for (const [place, { unit, rows }] of figures.entries()) {
      const question = questions[place] as Question;
      expect({ question, rows: rows.map(({ events: _, ...row }) => row) }).toEqual({ question, rows: rowsByHand(grants, question) });
      if (isMoney && rows.some(({ value }) => value !== 0)) expect(unit).toBe('EUR cent');
    }
  });
});
