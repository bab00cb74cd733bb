import type { ExpertProfile } from '@xietong/contracts-talent';
import { addDays, addMonths, type LocalDate } from '@xietong/domain';
import { isRefusal, todayAt } from '@xietong/kernel';
import { commandSequences, eventsOutOfReach, exampleAttachment, play, stateAfter, type Step } from '@xietong/testing';
import fc from 'fast-check';
import { agency, byHimself, now, registered, verified } from './example.fixture.ts';
import { Expert } from './expert.ts';
import { changeProfile } from './decide/change-profile.ts';
import type { Tie } from './profile.ts';

const today = todayAt(agency, now);
const dayAround = fc.integer({ min: -1200, max: 60 }).map((days) => addDays(today, days));
const days = fc
  .record({ since: dayAround, until: fc.option(dayAround, { nil: undefined }) })
  .map(({ since, until }) => (until === undefined || until < since ? { since } : { since, until }));
const organisation = fc.constantFrom('NO-ORGNR:919303808', 'NO-ORGNR:971035854');
const profiles: fc.Arbitrary<ExpertProfile> = fc.record({
  fields: fc.subarray(['smart-manufacturing', 'green-technology'], { minLength: 1 }),
  affiliations: fc.array(
    fc.tuple(organisation, days).map(([id, when]) => ({ organisation: id, name: 'An organisation', region: 'NO-03', ...when }) as const),
    { maxLength: 2 },
  ),
  relations: fc.array(
    fc
      .tuple(organisation, fc.constantFrom('advice', 'shareholding'), days)
      .map(([id, nature, when]) => ({ organisation: id, nature, ...when }) as const),
    { maxLength: 2 },
  ),
});

const reason = fc.constant({ reason: 'For the sake of the example' });
const anyOrder = commandSequences(Expert, {
  register: profiles.map((input) => ({ agency, ...input })),
  changeProfile: profiles,
  verify: fc.constant({ number: 'E-017' }),
  reject: reason,
  suspend: reason,
  reinstate: reason,
});
// A term lasts for years: some steps are a long time after the one before.
const sequences: fc.Arbitrary<Step[]> = anyOrder.chain((steps) =>
  fc
    .array(fc.constantFrom(1, 1, 1, 200), { minLength: steps.length, maxLength: steps.length })
    .map((factors) => steps.map((step, place) => ({ ...step, hoursLater: step.hoursLater * (factors[place] ?? 1) }))),
);

test('whatever commands are given in whatever order, the state is sound and its events tell it again', () => {
  fc.assert(
    fc.property(sequences, (steps) => void play(Expert, steps, byHimself)),
    { numRuns: 200 },
  );
});

test('the sequences reach every event', () => {
  expect(eventsOutOfReach(Expert, sequences, byHimself)).toEqual([]);
});

/** What somebody may do to one of his ties: take it out, or move the day on which it begins or ends. */
const edits = fc.record({
  list: fc.constantFrom('affiliations', 'relations'),
  place: fc.nat({ max: 3 }),
  edit: fc.constantFrom('take out', 'begin', 'end', 'go on'),
  byDays: fc.integer({ min: -400, max: 400 }),
});
type Edit = typeof edits extends fc.Arbitrary<infer One> ? One : never;

const edited = <One extends Tie>(ties: readonly One[], { place, edit, byDays }: Edit): One[] =>
  ties.flatMap((tie, at) => {
    if (at !== place) return [tie];
    const { until = today, ...rest } = tie;
    if (edit === 'begin') return [{ ...tie, since: addDays(tie.since, byDays) }];
    if (edit === 'end') return [{ ...tie, until: addDays(until, byDays) }];
    return edit === 'go on' ? [rest as One] : [];
  });

const stands = ({ since, until }: Tie, day: LocalDate) => since <= day && (until === undefined || day <= until);
const whatOf = (tie: Tie) => `${tie.organisation} ${'nature' in tie ? tie.nature : 'affiliation'}`;
const tiesOf = ({ affiliations, relations }: ExpertProfile): Tie[] => [...affiliations, ...relations];
const tiesOn = (of: ExpertProfile, day: LocalDate) =>
  tiesOf(of)
    .filter((tie) => stands(tie, day))
    .map(whatOf);
// Between the days on which something begins or ends nothing changes.
const daysOf = (...of: readonly ExpertProfile[]): LocalDate[] =>
  [
    addMonths(today, -36),
    today,
    ...of.flatMap(tiesOf).flatMap(({ since, until = today }) => [since, addDays(since, -1), until, addDays(until, 1)]),
  ].filter((day) => day >= addMonths(today, -36) && day <= today);

const verifiedExpert = stateAfter(Expert, [registered, verified]);
const answerTo = (before: ExpertProfile, after: ExpertProfile) =>
  changeProfile({ ...verifiedExpert, ...before }, after, {
    ...byHimself,
    id: 'this',
    newId: () => 'new',
    gathered: undefined,
    attachment: exampleAttachment,
  });

test('however often a verified expert edits his profile, what he declared of any day of the last three years is still told of that day', () => {
  fc.assert(
    fc.property(profiles, fc.array(edits, { minLength: 1, maxLength: 20 }), (first, changes) => {
      let before = first;
      for (const edit of changes) {
        const { list } = edit;
        const after =
          list === 'affiliations'
            ? { ...before, affiliations: edited(before[list], edit) }
            : { ...before, relations: edited(before[list], edit) };
        if (isRefusal(answerTo(before, after))) continue;
        for (const day of daysOf(before, after)) expect(tiesOn(after, day)).toEqual(expect.arrayContaining(tiesOn(before, day)));
        before = after;
      }
    }),
    { numRuns: 300 },
  );
});

test('adding to a profile is never forgetting', () => {
  fc.assert(
    fc.property(profiles, profiles, (before, { relations }) => {
      const answer = answerTo(before, { ...before, relations: [...before.relations, ...relations] });
      if (isRefusal(answer)) expect(answer.refused).not.toBe('conflict-forgotten');
    }),
  );
});
