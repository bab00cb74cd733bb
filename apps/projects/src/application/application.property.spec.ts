import { applicant, commandSequences, eventsOutOfReach, play, type Step } from '@xietong/testing';
import fc from 'fast-check';
import { Application } from './application.ts';
import {
  approved,
  callId,
  content,
  contentInput,
  dismissed,
  lead,
  leading,
  now,
  objected,
  registration,
  toCall,
} from './example.fixture.ts';

const reason = fc.record({ reason: fc.constant('For the sake of the example') });
const parties = fc.constantFrom([leading], content.parties);
const written = fc
  .record({ title: fc.constant('A title'), parties }, { requiredKeys: [] })
  .map((changes) => ({ content: { ...contentInput, ...changes } }));
const anyOrder = commandSequences(Application, {
  draft: written.map((input) => ({ call: callId, ...input })),
  edit: fc.oneof(written, fc.constant({ content: {} })),
  withdraw: reason,
  return: reason,
  declareIneligible: reason,
  object: fc.constant({ grounds: objected.data.grounds }),
  resolveObjection: fc
    .record({ no: fc.integer({ min: 1, max: 3 }), upheld: fc.boolean() })
    .map((input) => ({ ...dismissed.data, ...input })),
  approve: fc.constant({ granted: approved.data.granted, number: registration.number }),
  refuse: reason,
});
// Chance alone hardly comes to a publicity: most sequences begin with some of the way there.
const wayToPublicity: Step[] = [
  { command: 'draft', input: { call: callId, content: contentInput }, hoursLater: 0 },
  ...['submit', 'declareEligible', 'shortlist', 'publicise'].map((command) => ({ command, input: {}, hoursLater: 10 })),
];
const sequences = fc
  .tuple(fc.integer({ min: 0, max: wayToPublicity.length }), anyOrder)
  .map(([length, [first, ...others]]) => [...(length > 0 ? wayToPublicity.slice(0, length) : first ? [first] : []), ...others]);
const around = { actor: applicant(lead), now, ...toCall };

test('whatever commands are given in whatever order, the state is sound and its events tell it again', () => {
  fc.assert(
    fc.property(sequences, (steps) => void play(Application, steps, around)),
    { numRuns: 200 },
  );
});

test('the sequences reach every event but the one that only another calendar brings', () => {
  // That one is looked for in every sequence, so a few hundred are enough.
  expect(eventsOutOfReach(Application, sequences, around, 300)).toEqual(['application.decision-time-moved']);
});

test('nothing is ever approved while an objection is open or upheld, or before the publicity is over', () => {
  fc.assert(
    fc.property(sequences, (steps) => {
      const open = new Set<number>();
      let isUpheld = false;
      for (const { type, data } of play(Application, steps, around)) {
        const { no, upheld } = data as { no: number; upheld?: boolean };
        if (type === 'application.objected') open.add(no);
        if (type === 'application.objection-resolved') open.delete(no);
        isUpheld ||= upheld === true;
        if (type === 'application.approved') expect([open.size, isUpheld]).toEqual([0, false]);
      }
    }),
    { numRuns: 200 },
  );
});
