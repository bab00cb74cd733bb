import fc from 'fast-check';
import type { Owed, OwingDocument } from '../api/deadlines.ts';
import { mergeSources, type SourceRead } from './merge-sources.ts';

const day = (number: number) => new Date(Date.UTC(2026, 0, number)).toISOString();
const owing = (id: string, [first = 1, ...others]: readonly number[]): OwingDocument => {
  const owed = (number: number): Owed => ({ name: 'milestones.due', at: day(number) });
  return { collection: 'projects', id, title: id, agency: 'CN-331082/kjj', deadlines: [owed(first), ...others.map(owed)] };
};
const read = (context: string, documents: readonly (readonly number[])[], next?: string): SourceRead => ({
  context,
  items: documents.map((days, i) => owing(`${context}-${i}`, days)),
  ...(next === undefined ? {} : { next }),
});
const told = (...sources: SourceRead[]) => mergeSources(sources).rows.map(({ id, owed }) => `${id} ${owed.at.slice(8, 10)}`);

describe('the deadlines of several services in one list', () => {
  test('are ordered by their day, whichever service they are of', () => {
    expect(told(read('projects', [[3], [9]]), read('talent', [[1], [5]]))).toEqual([
      'talent-0 01',
      'projects-0 03',
      'talent-1 05',
      'projects-1 09',
    ]);
  });

  test('stand each at its own day: a project whose milestone is late has its next one among what is due next', () => {
    expect(told(read('projects', [[1, 6], [4]]))).toEqual(['projects-0 01', 'projects-1 04', 'projects-0 06']);
  });

  test('are shown as far as the service has been read that was read least far, and that one is read on', () => {
    const sources = [
      read(
        'projects',
        [
          [3, 4],
          [6, 9],
        ],
        'more',
      ),
      read('talent', [[1], [12]], 'more'),
    ];
    expect(told(...sources)).toEqual(['talent-0 01', 'projects-0 03', 'projects-0 04', 'projects-1 06']);
    expect(mergeSources(sources).behind).toEqual(['projects']);
  });

  test('end where every service has ended', () => {
    expect(mergeSources([read('projects', [[3]]), read('talent', [])])).toMatchObject({ behind: [] });
    expect(mergeSources([])).toEqual({ rows: [], behind: [] });
  });

  test('miss none, repeat none and are in order however the pages fall, and what was complete stays as it was', () => {
    const documents = fc
      .array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }), { maxLength: 12 })
      .map((list) => list.map((days) => days.toSorted((a, b) => a - b)).toSorted(([a = 0], [b = 0]) => a - b));
    fc.assert(
      fc.property(fc.array(documents, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 5 }), (services, page) => {
        const upTo = (counts: readonly number[]) =>
          services.map((list, i) => read(`s${i}`, list.slice(0, counts[i]), (counts[i] ?? 0) < list.length ? 'more' : undefined));
        const beforeDay = (rows: readonly string[], limit: string) => rows.filter((row) => row.slice(-2) < limit).toSorted();
        let counts = services.map(() => page);
        let shown: readonly string[] = [];
        for (;;) {
          const now = told(...upTo(counts));
          const last = shown.at(-1)?.slice(-2) ?? '';
          expect(beforeDay(now, last)).toEqual(beforeDay(shown, last));
          expect(now.map((row) => row.slice(-2))).toEqual(now.map((row) => row.slice(-2)).toSorted());
          shown = now;
          const { behind } = mergeSources(upTo(counts));
          if (behind.length === 0) break;
          counts = counts.map((count, i) => (behind.includes(`s${i}`) ? count + page : count));
        }
        const all = services.flatMap((list, i) => list.flatMap((days, k) => days.map((each) => `s${i}-${k} 0${each}`)));
        expect(shown.toSorted()).toEqual(all.toSorted());
      }),
    );
  });
});
