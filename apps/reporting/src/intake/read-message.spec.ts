import { published, publishedEvent } from '../testing/published-events.ts';
import { parseTopic } from '../watermark/topic.ts';
import { messageReader } from './read-message.ts';
import { contracts } from '../contracts.ts';

const topic = 'NO-03.rcn.projects';
const project = {
  project: '951956',
  version: 1,
  signedOn: '2020-05-25',
  participants: [{ party: 'NO-ORGNR:919303808', region: 'NO-50', lead: true, amount: 351_820_275 }],
} as const;
const readMessage = messageReader(contracts);
const read = (message: { key: string; value: Buffer }) => readMessage(parseTopic(topic), { offset: 0n, ...message });

test('a registered project states its collaboration', () => {
  expect(read(published(topic, project))).toMatchObject({
    subject: 'project/NO-03.rcn.951956',
    version: 1,
    type: 'xietong.projects.project.registered.v1',
    states: {
      kind: 'project',
      date: '2020-05-25',
      sides: [{ party: 'NO-ORGNR:919303808', region: 'NO-50', role: 'lead', amount: { amount: 351_820_275, currency: 'EUR' } }],
    },
  });
});

test('a registered project tells where its lead lies and that it is registered, since the day of signing', () => {
  const date = '2020-05-25';
  expect(read(published(topic, project))).toMatchObject({
    tells: [
      { measure: 'project.lead', date, region: 'NO-50' },
      { measure: 'project.status', date, state: 'registered' },
    ],
  });
});

test('what happens on a day happens on that of the agency', () => {
  const suspended = (where: string) =>
    publishedEvent(`${where}.rcn.projects`, {
      type: 'project.suspended',
      id: '1',
      version: 2,
      data: { reason: 'no snow' },
      time: '2026-03-31T17:00:00.000Z',
    });
  const days = ['NO-03', 'CN-331082'].map((where) => readMessage(parseTopic(`${where}.rcn.projects`), { offset: 0n, ...suspended(where) }));
  expect(days).toMatchObject([{ tells: [{ date: '2026-03-31' }] }, { tells: [{ date: '2026-04-01' }] }]);
});

test('an event of a type that the contract does not list yet is an event without facts', () => {
  const event = read(published(topic, project, { type: 'xietong.projects.project.praised.v1', data: { by: 'everyone' } }));
  expect(event).toMatchObject({ version: 1 });
  expect(event).not.toHaveProperty('states');
});

test("the seal of an agency's journal, which its service publishes with no word in the contract, is an event without facts", () => {
  const [subject, key] = ['journal/NO-03.rcn', 'NO-03.rcn'];
  const heads = [{ subject: 'project/NO-03.rcn.951956', version: 1, head: '0'.repeat(64) }];
  const { value } = published(topic, project, {
    id: `${subject}/1`,
    subject,
    partitionkey: key,
    type: 'xietong.projects.journal.sealed.v1',
    data: { date: '2026-11-27', begunAt: '2026-11-28T00:00:00.412Z', page: 1, isLast: true, heads },
  });
  const event = read({ key, value });
  expect(event).toMatchObject({ subject, version: 1, type: 'xietong.projects.journal.sealed.v1' });
  expect(event).not.toHaveProperty('states');
});

test.each([
  ['is not JSON', { value: Buffer.from('{"specversion":') }, 'not-json'],
  ['is not UTF-8', { value: Buffer.from([0x22, 0xff, 0x22]) }, 'not-json'],
  ['has no content', { value: Buffer.alloc(0) }, 'not-json'],
  ['is JSON but no event', { value: Buffer.from('[]') }, 'not-an-event'],
])('a message that %s cannot be applied', (_, wrong, reason) => {
  expect(read({ ...published(topic, project), ...wrong })).toMatchObject({ unreadable: reason });
});

test.each([
  ['lacks the version of CloudEvents', { specversion: '0.3' }, 'not-an-event', 'specversion'],
  ['has version 0', { sequence: '0000000000' }, 'not-an-event', 'sequence'],
  ["bears another event's id", { id: 'project/NO-03.rcn.951956/2' }, 'not-an-event', 'id'],
  ['comes from another agency', { source: '/NO-03/inn/projects' }, 'foreign-source', 'source'],
  ['comes from another context', { source: '/NO-03/rcn/market' }, 'foreign-source', 'source'],
  ['is of another aggregate than its key', { subject: 'project/NO-03.rcn.1', id: 'project/NO-03.rcn.1/1' }, 'wrong-key', 'subject'],
  ['lacks what its type requires', { data: { signedOn: '2020-02-30' } }, 'unfit-data', 'signedOn'],
])('an event that %s cannot be applied, and the field at fault is named', (_, amendments, reason, field) => {
  const event = read(published(topic, project, amendments));
  expect(event).toMatchObject({ unreadable: reason, detail: expect.stringContaining(field) });
});

test.each(['states', 'tells'])('an event that %s nothing in spite of its type cannot be applied', (facts) => {
  const throwing = contracts.map(({ context, events }) => ({
    context,
    events: events.map((event) =>
      Object.assign(() => event({} as never), event, {
        [facts]: () => {
          throw new Error('no date');
        },
      }),
    ),
  }));
  const message = published(topic, project);
  expect(messageReader(throwing)(parseTopic(topic), { offset: 0n, ...message })).toMatchObject({ unreadable: 'unfit-data' });
});
