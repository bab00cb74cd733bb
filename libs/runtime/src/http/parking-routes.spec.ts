import type { ParkedMessage } from '../parking/parking-desk.ts';
import { parkedMessage, ToyHost } from './testing/toy-host.ts';

let host: ToyHost;
beforeEach(async () => {
  host = await ToyHost.start();
});
afterEach(() => host.stop());

const operator = () => host.as('operator');
const id = parkedMessage().id;

test('an operator pages through what is parked, the newest last, and no page holds a text', async () => {
  host.parked = [1, 2, 3].map((offset) => parkedMessage({ id: `pilots~t~0~${offset}`, offset }));
  const first = await operator().get('/v1/parked?limit=2&key=NO-03.rcn.1&reason=unfit-data');
  expect(first.body.items.map((item: ParkedMessage) => [item.offset, 'text' in item])).toEqual([
    [1, false],
    [2, false],
  ]);
  await operator().get(`/v1/parked?limit=2&key=NO-03.rcn.1&reason=unfit-data&after=${first.body.next}`);
  const asked = { agency: 'NO-03/rcn', key: 'NO-03.rcn.1', reason: 'unfit-data', status: 'parked', limit: 3 };
  const after = { id: 'pilots~t~0~2', parkedAt: parkedMessage().parkedAt };
  expect(host.parkedQuestions).toEqual([asked, { ...asked, after }]);
});

test.each(['consumer=strangers', 'reason=dislike', 'status=lost', 'limit=0', 'colour=red', 'after=x'])(
  'a list of parked messages refuses %s',
  async (query) => {
    expect((await operator().get(`/v1/parked?${query}`)).status).toBe(400);
    expect(host.parkedQuestions).toEqual([]);
  },
);

test('a text is shown with what was decided about it, and the reading is logged without the text', async () => {
  const decisions = [{ act: 'mend', by: 'someone', at: '2026-01-05T09:00:00.000Z', reason: 'misspelt' }] as const;
  host.parked = [parkedMessage({ mended: '{}', decisions })];
  const { body } = await operator().get(`/v1/parked/${id}`);
  expect(body).toMatchObject({ id, role: 'cause', text: '{"of":"a person"}', mended: '{}', decisions });
  expect(host.lines).toContainEqual({ level: 'info', line: { reader: 'someone', parked: id, found: true } });
  expect(JSON.stringify(host.lines)).not.toContain('a person');
});

test('a message that follows a parked one is shown as a follower', async () => {
  host.parked = [parkedMessage({ reason: { code: 'follows-parked', detail: '' } })];
  expect((await operator().get('/v1/parked')).body.items[0].role).toBe('follower');
});

test('a decision reaches the desk with the pseudonym of who took it and why', async () => {
  await operator().post(`/v1/parked/${id}/mend`).send({ body: '{}', reason: ' misspelt ' });
  await operator().post(`/v1/parked/${id}/discard`).send({ reason: 'a test' });
  const replay = await operator()
    .post('/v1/parked/replay')
    .send({ consumer: 'pilots', topic: 'NO-03.rcn.projects', key: 'k', reason: 'mended' });
  expect(replay.body).toEqual({ applied: 2, parked: 0 });
  expect(host.decisions).toEqual([
    ['mend', id, '{}', { by: 'someone', reason: 'misspelt' }],
    ['discard', id, { by: 'someone', reason: 'a test' }],
    ['replay', { consumer: 'pilots', topic: 'NO-03.rcn.projects', key: 'k' }, { by: 'someone', reason: 'mended' }],
  ]);
  expect(host.lines.map(({ line }) => line)).toEqual(
    expect.arrayContaining([
      { decider: 'someone', mended: id },
      { decider: 'someone', discarded: id },
      { decider: 'someone', replayed: { consumer: 'pilots', topic: 'NO-03.rcn.projects', key: 'k' } },
    ]),
  );
  expect(JSON.stringify(host.lines)).not.toContain('misspelt');
});

test.each([
  [{ refused: 'absent' }, 404, 'not-found', undefined],
  [{ refused: 'discarded' }, 409, 'already-discarded', undefined],
  [{ refused: 'applied' }, 409, 'already-applied', undefined],
  [{ refused: 'held' }, 409, 'decisions-held', undefined],
  [{ refused: 'unreadable', reason: { code: 'unfit-data', detail: 'signedOn, reason' } }, 422, 'mend-unreadable', ['signedOn', 'reason']],
  [{ refused: 'unreadable', reason: { code: 'not-json', detail: '' } }, 422, 'mend-unreadable', ['the whole']],
  [{ refused: 'identity-changed', field: 'subject' }, 422, 'mend-changes-event', ['subject']],
] as const)('a mend that the desk refuses as %j is answered with %i %s', async (refusal, status, code, fields) => {
  host.decided = refusal;
  const answer = await operator().post(`/v1/parked/${id}/mend`).send({ body: '{}', reason: 'misspelt' });
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(answer.body.errors?.map(({ field }: { field: string }) => field)).toEqual(fields);
});

test('a replay of a consumer that the service has not is refused with the field', async () => {
  const { status, body } = await operator()
    .post('/v1/parked/replay')
    .send({ consumer: 'strangers', topic: 'NO-03.rcn.projects', key: 'k', reason: 'mended' });
  expect([status, body.errors[0].field]).toEqual([422, 'consumer']);
});

test("what came on another agency's topic is not there for an operator", async () => {
  const foreign = 'pilots~NO-03.inn.projects~0~12';
  host.parked = [parkedMessage({ id: foreign, topic: 'NO-03.inn.projects' })];
  const line = { consumer: 'pilots', topic: 'NO-03.inn.projects', key: 'k', reason: 'curious' };
  const answers = [
    await operator().get(`/v1/parked/${foreign}`),
    await operator().post(`/v1/parked/${foreign}/mend`).send({ body: '{}', reason: 'curious' }),
    await operator().post(`/v1/parked/${foreign}/discard`).send({ reason: 'curious' }),
    await operator().post('/v1/parked/replay').send(line),
    await operator().get('/v1/parked/nonsense'),
  ];
  expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [404, 'not-found']));
  expect(host.decisions).toEqual([]);
});
