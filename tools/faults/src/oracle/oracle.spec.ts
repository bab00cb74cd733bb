import { type Evidence, judge } from './oracle.ts';

const subject = 'project/NO-03.rcn.1';
const at = (version: number) => ({ subject, version });
const ids = (...versions: number[]) => versions.map((version) => `${subject}/${version}`);
const message = (offset: number, version: number) => ({ partition: 0, offset: BigInt(offset), event: at(version) });

// Two commands: the second left two events, of which the last holds its receipt.
const sound: Evidence = {
  acknowledgements: [
    { key: 'a', ...at(1) },
    { key: 'b', ...at(3) },
  ],
  journal: [
    { ...at(1), endsCommand: true },
    { ...at(2), endsCommand: false },
    { ...at(3), endsCommand: true },
  ],
  documents: [{ ...at(3), waiting: 0 }],
  topic: [message(0, 1), message(1, 2), message(2, 3)],
  applied: ids(1, 2, 3),
  parked: [],
};
const findingsOf = (changes: Partial<Evidence>) => judge({ ...sound, ...changes }).findings;

test('where everything is there once, nothing is found', () => {
  expect(judge(sound)).toEqual({ findings: [], acknowledged: 2, events: 3, applied: 3, parked: 0, duplicates: 0 });
});

test('an event that came again, with those after it, is counted as a duplicate and is no fault', () => {
  const topic = [message(0, 1), message(1, 2), message(2, 1), message(3, 2), message(4, 3)];
  expect(judge({ ...sound, topic })).toMatchObject({ findings: [], duplicates: 2 });
});

test('an acknowledged command that left nothing is named as lost', () => {
  const acknowledgements = [...sound.acknowledgements, { key: 'c', ...at(4) }];
  expect(findingsOf({ acknowledgements })).toEqual([`c was acknowledged at ${subject}/4, but the journal has no such command: lost`]);
});

test('an acknowledgement in the middle of a command is none of a command', () => {
  const acknowledgements = [
    { key: 'a', ...at(1) },
    { key: 'b', ...at(2) },
  ];
  expect(findingsOf({ acknowledgements })).toHaveLength(2);
});

test('a command that was carried out twice is named', () => {
  expect(
    findingsOf({
      journal: [...sound.journal, { ...at(4), endsCommand: true }],
      documents: [{ ...at(4), waiting: 0 }],
      topic: [...sound.topic, message(3, 4)],
      applied: ids(1, 2, 3, 4),
    }),
  ).toEqual([`${subject}/4 is a command that nobody was told of: carried out twice, or an orphan`]);
});

test('two commands that were told the same version are named', () => {
  const acknowledgements = [...sound.acknowledgements, { key: 'c', ...at(3) }];
  expect(findingsOf({ acknowledgements })).toEqual([`${subject}/3 was acknowledged for two different commands`]);
});

test('an event that never reached the topic is named, and that it could not be applied', () => {
  expect(findingsOf({ topic: [message(0, 1), message(1, 2)], applied: ids(1, 2) })).toEqual([
    `${subject}/3 is in the journal but not in the topic`,
    `${subject}/3 was neither applied nor parked by reporting`,
  ]);
});

test('an event of the topic without one in the journal is named', () => {
  expect(findingsOf({ topic: [...sound.topic, message(3, 4)] })).toEqual([`${subject}/4 is in the topic but not in the journal`]);
});

test('a gap of one key in the topic is named where it is', () => {
  const topic = [message(0, 1), message(1, 3), message(2, 2), message(3, 3)];
  expect(findingsOf({ topic })).toEqual([`${subject}/3 follows version 1 in the topic: a gap`]);
});

test('a key that moved to another partition is named', () => {
  const topic = [message(0, 1), message(1, 2), { ...message(0, 3), partition: 1 }];
  expect(findingsOf({ topic })).toEqual([`${subject}/3 is in partition 1, what was before it in 0`]);
});

test('a message that is no event of the service is named', () => {
  const topic = [...sound.topic, { partition: 0, offset: 3n }];
  expect(findingsOf({ topic })).toEqual(['offset 3 of partition 0 holds something that is no event of this service']);
});

test('a gap in the journal and a document that is ahead of it are named', () => {
  const journal = sound.journal.filter(({ version }) => version !== 2);
  const topic = [message(0, 1), message(1, 3)];
  expect(findingsOf({ journal, topic, applied: ids(1, 3) })).toEqual([
    `${subject} has a gap in the journal: version 2 is not the one after 1`,
    `${subject} stands at version 3, its journal has 2 events`,
    `${subject}/3 follows version 1 in the topic: a gap`,
  ]);
});

test('what still waits in an outbox is named', () => {
  expect(findingsOf({ documents: [{ ...at(3), waiting: 1 }] })).toEqual([`${subject} still has 1 events in its outbox`]);
});

test('an event that was applied twice is named', () => {
  expect(findingsOf({ applied: ids(1, 2, 2, 3) })).toEqual([`${subject}/2 was applied by reporting more than once`]);
});

test('applied and parked together are all events, and none is both', () => {
  expect(
    judge({
      ...sound,
      applied: ids(1),
      parked: [
        { partition: 0, offset: 1n },
        { partition: 0, offset: 2n },
      ],
    }),
  ).toMatchObject({
    findings: [],
    applied: 1,
    parked: 2,
  });
  expect(findingsOf({ parked: [{ partition: 0, offset: 2n }] })).toEqual([`${subject}/3 was applied by reporting and parked as well`]);
});
