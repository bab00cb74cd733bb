import { commandSequences, eventsOutOfReach, play, stateAfter } from '@xietong/testing';
import type { reportEvents } from '@xietong/contracts-reporting';
import type { EventOf } from '@xietong/kernel';
import fc from 'fast-check';
import { approver, drafter, drawn, input, now } from './example.fixture.ts';
import { Report } from './report.ts';

const reason = fc.constant({ reason: 'For the sake of the example' });
const sequences = commandSequences(Report, {
  draft: fc.constant(input),
  submit: fc.constantFrom('一', '二').map((summary) => ({ summary })),
  return: reason,
  withdraw: reason,
});
/** The rules ask for no role, which `allow` has checked before; who drafts a report also submits it here. */
const as = (actor: typeof drafter) => ({ actor, now, gathered: drawn });

test('whatever commands are given in whatever order, the state is sound and its events tell it again', () => {
  fc.assert(
    fc.property(sequences, (steps) => void play(Report, steps, as(drafter))),
    { numRuns: 200 },
  );
});

test('no command after the draft, of whomever, changes a number, the watermark or the period', () => {
  fc.assert(
    fc.property(sequences, (steps) => {
      const history = play(Report, steps, as(drafter)) as EventOf<typeof reportEvents>[];
      const [begun] = history;
      if (begun?.type !== 'report.drafted') throw new Error('a report begins with its draft');
      const { figures, targets, watermark, firstYear, lastYear, day } = begun.data;
      history.forEach((_, place) => {
        expect(stateAfter(Report, history.slice(0, place + 1))).toMatchObject({ figures, targets, watermark, firstYear, lastYear, day });
      });
    }),
    { numRuns: 200 },
  );
});

test('whoever drafts and submits never approves, so that nothing of his is published', () => {
  expect(eventsOutOfReach(Report, sequences, as(drafter)).sort()).toEqual(['report.approved', 'report.published']);
  expect(drafter.id).not.toBe(approver.id);
});
