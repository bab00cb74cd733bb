import type { Member, SharingStatement } from '@xietong/contracts-projects';
import type { Actor, DomainEvent } from '@xietong/kernel';
import { applicant, commandSequences, eventsOutOfReach, officer, play, type Step } from '@xietong/testing';
import fc from 'fast-check';
import { Alliance } from './alliance.ts';
import { agency, firm, foundation, sixToFour, linhai, now, pudong, thirds, totals } from './example.fixture.ts';

const reason = 'For the sake of the example';
const member = fc.constantFrom<Member>(linhai, pudong, firm);
const id = member.map((any) => any.id);
const period = fc.constantFrom('2026-Q1', '2026-Q2');
const on = fc.constantFrom('2026-01-01', '2026-02-10', '2026-03-31', '2026-04-01', '2026-05-01');
const amount = fc.integer({ min: 0, max: 4_000_000_000_000_000 });
const stating = fc.record({ period, totals: fc.record({ tax: amount, output: amount, currency: fc.constant('CNY') }) });
const ofPair = sixToFour.map((share, place) => ({ ...share, member: place === 0 ? linhai.id : firm.id }));
const anyOrder = commandSequences(Alliance, {
  found: fc.constantFrom([linhai, pudong], [linhai, firm], [linhai, pudong, firm]).map((members) => ({ ...foundation, members })),
  join: fc.record({ member, on }),
  leave: fc.record({ member: id, on, reason: fc.constant(reason) }),
  agreeSharingRule: fc.record({ from: fc.constantFrom('2026-01-01', '2026-04-01'), shares: fc.constantFrom(sixToFour, thirds, ofPair) }),
  state: stating,
  confirm: fc.record({ period, member: id }),
  dispute: fc.record({ period, member: id, field: fc.constantFrom('tax', 'output', 'shares'), reason: fc.constant(reason) }),
  correct: stating.map((input) => ({ ...input, reason })),
});
// Chance alone hardly comes to a statement: most sequences begin with some of the way there.
const wayToStatement: Step[] = [
  { command: 'found', input: { ...foundation, members: [linhai, firm] }, hoursLater: 0 },
  { command: 'agreeSharingRule', input: { from: '2026-01-01', shares: ofPair }, hoursLater: 0 },
  { command: 'state', input: { period: '2026-Q1', totals }, hoursLater: 0 },
];
const sequences = fc
  .tuple(fc.integer({ min: 0, max: wayToStatement.length }), anyOrder)
  .map(([length, [first, ...others]]) => [...(length > 0 ? wayToStatement.slice(0, length) : first ? [first] : []), ...others]);

/** Acts for two members, an agency and an organisation. `play` asks the rules alone, so whoever it is keeps the record too. */
const forTwo: Actor = { id: 'p1', kind: 'person', roles: ['officer', 'applicant'], agency: 'CN-331082/kjj', org: firm.id };
const anybody = fc.constantFrom(forTwo, officer('CN-331082/kjj'), officer(agency), applicant(firm.id), applicant('NO-ORGNR:919303808'));
const histories = fc.tuple(sequences, anybody).map(([steps, actor]) => ({ actor, history: () => play(Alliance, steps, { actor, now }) }));

const ofType = (history: readonly DomainEvent[], ...types: string[]) =>
  history.filter(({ type }) => types.includes(type)).map(({ data }) => data as SharingStatement & { member: string });
const statementsOf = (history: readonly DomainEvent[]) => ofType(history, 'alliance.period-stated', 'alliance.statement-corrected');
const isSame = (one: SharingStatement, other: SharingStatement) => one.period === other.period && one.no === other.no;

test('whatever commands are given in whatever order by whomever, the state is sound and its events tell it again', () => {
  fc.assert(
    fc.property(histories, ({ history }) => void history()),
    { numRuns: 100 },
  );
});

test('the sequences reach every event', () => {
  expect(eventsOutOfReach(Alliance, sequences, { actor: forTwo, now })).toEqual([]);
});

test('the parts of a statement always add up to its totals', () => {
  fc.assert(
    fc.property(histories, ({ history }) => {
      for (const { parts, totals: of } of statementsOf(history())) {
        const sum = (what: 'tax' | 'output') => parts.reduce((total, part) => total + part[what], 0);
        expect([sum('tax'), sum('output')]).toEqual([of.tax, of.output]);
      }
    }),
    { numRuns: 100 },
  );
});

test('a statement is final as it was stated, and nothing happens to its period afterwards', () => {
  fc.assert(
    fc.property(histories, ({ history }) => {
      const happened = history();
      happened.forEach(({ type, data }, place) => {
        if (type !== 'alliance.statement-finalised') return;
        const final = data as SharingStatement;
        const [stated] = statementsOf(happened).filter((other) => isSame(other, final));
        expect(stated).toMatchObject(final);
        expect(happened.slice(place + 1).filter(({ data: later }) => (later as SharingStatement).period === final.period)).toEqual([]);
      });
    }),
    { numRuns: 150 },
  );
});

test('only members of a statement confirm it, each by who acts for it, and only when all of them have is it final', () => {
  fc.assert(
    fc.property(histories, ({ actor, history }) => {
      const happened = history();
      const confirmed = ofType(happened, 'alliance.statement-confirmed');
      for (const { member: by, ...of } of confirmed) {
        const stated = statementsOf(happened).find((other) => isSame(other, of));
        expect(stated?.parts.map((part) => part.member)).toContain(by);
        expect([actor.agency, actor.org]).toContain(by);
      }
      for (const final of ofType(happened, 'alliance.statement-finalised')) {
        const all = confirmed.filter((other) => isSame(other, final)).map((other) => other.member);
        expect(all.sort()).toEqual(final.parts.map((part) => part.member).sort());
      }
    }),
    { numRuns: 150 },
  );
});
