import { type DomainEvent } from '@xietong/kernel';
import { commandSequences, eventsOutOfReach, officer, play } from '@xietong/testing';
import fc from 'fast-check';
import { closed, leadId, now, owner, planSet, projectId, registered, registrar, seen, toProject } from './example.fixture.ts';
import { Risk } from './risk.ts';

const sequences = commandSequences(Risk, {
  raise: fc.constantFrom('technical', 'market', 'policy', 'management').map((kind) => ({ project: projectId, ...seen, kind })),
  assess: fc.record({
    level: fc.constantFrom('high', 'medium', 'low'),
    owner: fc.constantFrom(leadId, owner, 'NO-ORGNR:971035854'),
  }),
  answer: fc.constant({ measures: 'For the sake of the example' }),
  close: fc.constant(closed.data),
});
const around = { actor: officer(registrar), now, ...toProject(registered, planSet) };

test('whatever commands are given in whatever order, the state is sound and its events tell it again', () => {
  fc.assert(
    fc.property(sequences, (steps) => void play(Risk, steps, around)),
    { numRuns: 100 },
  );
});

test('the sequences reach every event but the one that only another calendar brings', () => {
  // That one is looked for in every sequence, so a few hundred are enough.
  expect(eventsOutOfReach(Risk, sequences, around, 300)).toEqual(['risk.answer-time-moved']);
});

test('each assessment is answered once at most and overdue once at most, and an answer after it was overdue is late', () => {
  fc.assert(
    fc.property(sequences, (steps) => {
      for (const since of perAssessment(play(Risk, steps, around))) {
        const overdueAt = since.findIndex(({ type }) => type === 'risk.answer-overdue');
        const answers = since.flatMap(({ type, data }, at) => (type === 'risk.answered' ? [{ at, ...(data as { late: boolean }) }] : []));
        expect(since.filter(({ type }) => type === 'risk.answer-overdue').length).toBeLessThanOrEqual(1);
        expect(answers.length).toBeLessThanOrEqual(1);
        for (const { at, late } of answers) if (overdueAt >= 0) expect([overdueAt < at, late]).toEqual([true, true]);
      }
    }),
    { numRuns: 200 },
  );
});

// What happened from each assessment to the next.
function perAssessment(history: readonly DomainEvent[]): DomainEvent[][] {
  const rounds: DomainEvent[][] = [];
  for (const event of history) {
    if (event.type === 'risk.assessed') rounds.push([]);
    rounds.at(-1)?.push(event);
  }
  return rounds;
}
