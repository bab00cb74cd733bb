import fc from 'fast-check';
import type { OwingDocument } from '../api/deadlines.ts';
import { mergeSources, type SourceRead } from './merge-sources.ts';

const day = (number: number) => new Date(Date.UTC(2026, 0, number)).toISOString();
const owing = (id: string, number: number): OwingDocument => ({
  collection: 'risks',
  id,
  title: id,
  agency: 'CN-331082/kjj',
  deadlines: [{ name: 'answerBy', at: day(number) }],
});
const read = (context: string, days: readonly number[], next?: string): SourceRead => ({
  context,
  items: days.map((number, i) => owing(`${context}-${i}`, number)),
  ...(next === undefined ? {} : { next }),
});
const idsOf = (...sources: SourceRead[]) => mergeSources(sources).rows.map(({ id }) => id);

describe('the deadlines of several services in one list', () => {
  test('are ordered by their day, whichever service they are of', () => {
    expect(idsOf(read('projects', [3, 9]), read('talent', [1, 5]))).toEqual(['talent-0', 'projects-0', 'talent-1', 'projects-1']);
  });

  test('are shown as far as the service has come that has come least far, and that one is read on', () => {
    const sources = [read('projects', [3, 9], 'more'), read('talent', [1, 12], 'more')];
    expect(idsOf(...sources)).toEqual(['talent-0', 'projects-0', 'projects-1']);
    expect(mergeSources(sources).behind).toEqual(['projects']);
  });

  test('end where every service has ended', () => {
    expect(mergeSources([read('projects', [3]), read('talent', [])])).toMatchObject({ behind: [] });
    expect(mergeSources([])).toEqual({ rows: [], behind: [] });
  });

  test('miss none, repeat none and never change what was shown, however the pages fall', () => {
    const days = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 12 }).map((list) => list.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(fc.array(days, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 5 }), (services, page) => {
        const upTo = (counts: readonly number[]) =>
          services.map((list, i) => read(`s${i}`, list.slice(0, counts[i]), (counts[i] ?? 0) < list.length ? 'more' : undefined));
        let counts = services.map(() => page);
        let shown: readonly string[] = [];
        for (let turn = 0; turn < 50; turn += 1) {
          const { rows, behind } = mergeSources(upTo(counts));
          const now = rows.map(({ id, deadlines: [{ at }] }) => `${at} ${id}`);
          expect(now).toEqual(expect.arrayContaining([...shown]));
          expect(rows.map(({ deadlines: [{ at }] }) => at)).toEqual(rows.map(({ deadlines: [{ at }] }) => at).toSorted());
          shown = now;
          if (behind.length === 0) break;
          counts = counts.map((count, i) => (behind.includes(`s${i}`) ? count + page : count));
        }
        expect(new Set(shown).size).toBe(services.flat().length);
      }),
    );
  });
});
