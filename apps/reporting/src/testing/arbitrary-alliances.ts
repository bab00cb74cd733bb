import type { Member, Quarter, SharingStatement } from '@xietong/contracts-projects';
import type { LocalDate } from '@xietong/domain';
import fc from 'fast-check';
import { allianceMetrics } from '../metrics/alliance-metrics.ts';
import type { Question } from '../metrics/question.ts';
import { questionsOf } from './arbitrary-history.ts';
import type { SpecPublished } from './published-events.ts';

/** What an event of an alliance says, each its own part of it. */
export interface AllianceData extends Partial<SharingStatement> {
  readonly agency?: string;
  readonly field?: string | undefined;
  readonly beginsOn?: LocalDate;
  readonly members?: readonly Member[];
  readonly member?: Member | Member['id'];
  readonly on?: LocalDate;
}

/** One event of the life of an alliance. */
export interface AllianceEvent extends SpecPublished {
  readonly data: AllianceData;
}
type Step = Pick<AllianceEvent, 'type' | 'data'>;

const member = (id: string, region: string): Member => ({ id, region, name: id }) as Member;
// Two counties of one prefecture, one that was abolished in 2017, a whole province, another country, two members of one region.
const pool = [
  member('CN-331082/kjj', 'CN-331082'),
  member('CN-331002/kjj', 'CN-331002'),
  member('CN-331021/kjj', 'CN-331021'),
  member('CN-310115/kjw', 'CN-310115'),
  member('CN-USCI:91310115MA00DEM225', 'CN-310115'),
  member('CN-33/kjt', 'CN-33'),
  member('NO-03/rcn', 'NO-03'),
];
const founding = pool.slice(0, 3);
const quarters: Quarter[] = ['2016-Q1', '2016-Q4', '2017-Q2', '2018-Q1'];
const reason = 'as it was agreed';

const days = fc
  .array(fc.record({ year: fc.integer({ min: 2016, max: 2018 }), month: fc.integer({ min: 1, max: 12 }) }), {
    minLength: 1,
    maxLength: 7,
  })
  .map((list) => [...new Set(list.map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}-15` as LocalDate))].sort());

/** Members come and go in the order of days: whoever is one leaves, whoever is none joins. */
function memberships(members: readonly Member[], on: readonly LocalDate[], chosen: readonly Member[], dissolves: boolean): Step[] {
  const present = new Set(members.map(({ id }) => id));
  const [last, ...others] = dissolves ? on.toReversed() : [undefined, ...on.toReversed()];
  const changes = others.toReversed().flatMap((day, place): Step[] => {
    const one = chosen[place];
    if (!one) return [];
    if (present.delete(one.id)) return [{ type: 'alliance.member-left', data: { member: one.id, on: day, reason } as AllianceData }];
    present.add(one.id);
    return [{ type: 'alliance.member-joined', data: { member: one, on: day } }];
  });
  return last ? [...changes, { type: 'alliance.dissolved', data: { on: last } }] : changes;
}

const amount = fc.nat(1_000_000);
const parts = fc
  .uniqueArray(fc.constantFrom(...pool), { minLength: 1, maxLength: 5, selector: ({ id }) => id })
  .chain((members) =>
    fc.tuple(...members.map(({ id, region }) => fc.record({ tax: amount, output: amount }).map((of) => ({ member: id, region, ...of })))),
  );

/** A period is stated, perhaps disputed and corrected once or twice, and perhaps final in the end. */
const statementsOf = (period: Quarter): fc.Arbitrary<Step[]> =>
  fc
    .record({
      stated: fc.array(parts, { minLength: 1, maxLength: 3 }),
      end: fc.constantFrom('waiting', 'disputed', 'final'),
      currency: fc.constantFrom('CNY', 'CNY', 'EUR'),
    })
    .map(({ stated, end, currency }) => {
      const statements = stated.map((of, place) => {
        const sum = (what: 'tax' | 'output') => of.reduce((total, part) => total + part[what], 0);
        return {
          period,
          no: place + 1,
          rule: 1,
          totals: { tax: sum('tax'), output: sum('output'), currency },
          parts: of,
        } as SharingStatement;
      });
      const disputed = (no: number): Step => ({
        type: 'alliance.statement-disputed',
        data: { period, no, member: 'CN-331082/kjj', field: 'tax', reason } as AllianceData,
      });
      const steps = statements.flatMap((statement, place): Step[] =>
        place === 0
          ? [{ type: 'alliance.period-stated', data: statement }]
          : [disputed(place), { type: 'alliance.statement-corrected', data: { ...statement, reason } as AllianceData }],
      );
      const last = statements.at(-1);
      if (end === 'disputed') return [...steps, disputed(statements.length)];
      return end === 'final' && last ? [...steps, { type: 'alliance.statement-finalised', data: last }] : steps;
    });

const life = fc
  .record({
    field: fc.constantFrom('smart-manufacturing', 'ocean', undefined),
    members: fc.subarray(founding, { minLength: 1 }),
    on: days,
    chosen: fc.array(fc.constantFrom(...pool), { minLength: 7, maxLength: 7 }),
    dissolves: fc.nat(3).map((n) => n === 0),
    statements: fc.subarray(quarters).chain((chosen) => fc.tuple(...chosen.map(statementsOf))),
  })
  .map(({ field, members, on: [beginsOn = '2016-01-01' as LocalDate, ...later], chosen, dissolves, statements }): Step[] => [
    {
      type: 'alliance.founded',
      data: {
        ...{ agency: 'NO-03/rcn', number: '1', rules: '2025', kind: 'enclave', title: 'An enclave' },
        ...{ field, beginsOn, members },
      } as AllianceData,
    },
    ...memberships(members, later, chosen, dissolves),
    ...statements.flat(),
  ]);

/** The lives of alliances, oldest event first, each as their rules let it be: a final statement is final, a member joins after it left. */
export const alliances: fc.Arbitrary<AllianceEvent[][]> = fc
  .array(life, { minLength: 1, maxLength: 6 })
  .map((lives) => lives.map((steps, place) => steps.map((step, version) => ({ ...step, id: String(place), version: version + 1 }))));

/** A question to each of five metrics over alliances: any breakdown in any order, any filters. */
export const allianceQuestions: fc.Arbitrary<Question[]> = fc
  .shuffledSubarray([...allianceMetrics], { minLength: 5, maxLength: 5 })
  .chain((chosen) => fc.tuple(...chosen.map(questionsOf)));
