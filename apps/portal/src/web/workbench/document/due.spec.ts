import { exampleRisk } from '../testing/example-risk.ts';
import { collectionNamed } from '../testing/golden-collections.ts';
import { deadlinesOf, lastDayOf, remaining, zoneOf } from './due.ts';

const { document: riskSchema } = collectionNamed('projects', 'risks');
const answer = { name: 'answerBy', within: 'assessment', at: exampleRisk.assessment.answerBy, isDay: false };
const zone = 'Asia/Shanghai';
const at = (moment: string) => Date.parse(moment);

describe('what is due of a document', () => {
  test('is found by its name wherever in the document it stands, and no other day is', () => {
    expect(deadlinesOf(riskSchema, exampleRisk)).toEqual([answer]);
  });

  test('is found in lists too, the soonest first', () => {
    const { document } = collectionNamed('projects', 'projects');
    const plan = {
      milestones: [
        { no: 1, title: '样机', due: '2027-06-30', weightPercent: 50 },
        { no: 2, title: '验收', due: '2026-12-31', weightPercent: 50 },
      ],
    };
    const project = {
      id: 'p',
      version: 1,
      createdAt: '',
      updatedAt: '',
      status: 'active',
      registrar: 'NO-03/rcn',
      number: '1',
      title: 'x',
      signedOn: '2026-01-01',
      participants: [],
      progress: [],
      plan,
      quarters: [],
    };
    expect(deadlinesOf(document, project).map(({ at, about }) => [at, about])).toEqual([
      ['2026-12-31', '验收'],
      ['2027-06-30', '样机'],
    ]);
  });

  test('has as its last day the one before the first moment that is too late, where the agency is', () => {
    expect(zoneOf(exampleRisk)).toBe(zone);
    expect(lastDayOf(answer, zone)).toBe('2026-03-12');
    expect(lastDayOf({ ...answer, at: '2026-03-31', isDay: true }, zone)).toBe('2026-03-31');
  });

  test('is counted in days, in hours where it is less than two days, and below zero where it is past', () => {
    expect(remaining(answer, at('2026-03-08T15:00:00.000Z'), zone)).toEqual({ count: 4, unit: 'day' });
    expect(remaining(answer, at('2026-03-12T13:30:00.000Z'), zone)).toEqual({ count: 2, unit: 'hour' });
    expect(remaining(answer, at('2026-03-12T18:00:00.000Z'), zone)).toEqual({ count: -2, unit: 'hour' });
  });

  test('of a day is still today where the agency’s day has not ended', () => {
    const due = { name: 'due', within: undefined, at: '2026-03-12', isDay: true };
    expect(remaining(due, at('2026-03-12T15:59:00.000Z'), zone)).toEqual({ count: 0, unit: 'day' });
    expect(remaining(due, at('2026-03-12T16:00:00.000Z'), zone)).toEqual({ count: -1, unit: 'day' });
  });
});

test('a document that names no agency has no zone of its own', () => {
  expect([zoneOf({}), zoneOf({ agency: 'nowhere' })]).toEqual([undefined, undefined]);
});
