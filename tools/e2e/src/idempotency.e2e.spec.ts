import { randomUUID } from 'node:crypto';
import { sampleCommands } from './project-commands.ts';
import {
  collection,
  command,
  correctedParticipants,
  listProjects,
  newProject,
  Project,
  readProject,
  register,
} from './project-requests.ts';
import { type Answer, askAs, read, verdictOf } from './requests.ts';

// Check 24: an act that is sent again is done once, and a change is made only to what its author has seen.

const amendment = { participants: correctedParticipants, reason: 'The partner moved' };
const makeProject = async () => read(Project, await register('jxj-officer', newProject()));
const amend = (id: string, input: object, headers: Readonly<Record<string, string>> = {}) =>
  command('jxj-officer', id, 'amend-participants', input, headers);
const versionOf = async (id: string) => read(Project, await readProject('jxj-officer', id)).version;
const isReplayed = ({ headers }: Answer) => headers.get('idempotency-replayed');
const shownBy = ({ status, headers, text }: Answer) => ({ status, etag: headers.get('etag'), location: headers.get('location'), text });

describe('a command that is sent again with its key', () => {
  test('has the same reply to the letter, marked as repeated, and is done once', async () => {
    const { id } = await makeProject();
    const key = { 'idempotency-key': randomUUID() };
    const [first, second] = [await amend(id, amendment, key), await amend(id, amendment, key)];
    expect(verdictOf(first)).toEqual([200]);
    expect(shownBy(second)).toEqual(shownBy(first));
    expect([isReplayed(first), isReplayed(second), await versionOf(id)]).toEqual([null, 'true', 2]);
  });

  test('has the reply of that time, whatever has happened since', async () => {
    const { id } = await makeProject();
    const key = { 'idempotency-key': randomUUID(), 'if-match': '"1"' };
    const first = await amend(id, amendment, key);
    await amend(id, { ...amendment, reason: 'And moved back' });
    expect(shownBy(await amend(id, amendment, key))).toEqual(shownBy(first));
    expect(await versionOf(id)).toBe(3);
  });

  test('is the same act though its fields stand in another order', async () => {
    const { id } = await makeProject();
    const key = { 'idempotency-key': randomUUID() };
    const first = await amend(id, amendment, key);
    const { participants, reason } = amendment;
    expect(shownBy(await amend(id, { reason, participants }, key))).toEqual(shownBy(first));
  });

  test('but with another payload is refused, and changes nothing', async () => {
    const { id } = await makeProject();
    const key = { 'idempotency-key': randomUUID() };
    await amend(id, amendment, key);
    expect(verdictOf(await amend(id, { ...amendment, reason: 'Another one' }, key))).toEqual([422, 'key-reused']);
    expect(await versionOf(id)).toBe(2);
  });

  test('is refused the same way as before where it was refused', async () => {
    const { id } = await makeProject();
    const key = { 'idempotency-key': randomUUID() };
    const report = { on: '2024-09-01', milestones: [] };
    for (let times = 0; times < 2; times += 1) {
      expect(verdictOf(await command('jxj-officer', id, 'report-progress', report, key))).toEqual([409, 'not-active']);
    }
  });
});

describe('a project that is registered again', () => {
  test('with the key has the same reply, and with another payload none', async () => {
    const [input, key] = [newProject(), { 'idempotency-key': randomUUID() }];
    const [first, second] = [await register('jxj-officer', input, key), await register('jxj-officer', input, key)];
    expect(verdictOf(first)).toEqual([201]);
    expect(shownBy(second)).toEqual(shownBy(first));
    expect(shownBy(first).location).toBe(`/v1/projects/CN-331082.jxj.${input.number}`);
    expect(isReplayed(second)).toBe('true');
    expect(verdictOf(await register('jxj-officer', { ...input, title: 'Another title' }, key))).toEqual([422, 'key-reused']);
  });

  test('under another key exists already', async () => {
    const input = newProject();
    await register('jxj-officer', input);
    expect(verdictOf(await register('jxj-officer', input))).toEqual([409, 'already-exists']);
  });
});

describe('twenty copies of one act at the same time', () => {
  const copies = <T>(act: () => Promise<T>) => Promise.all(Array.from({ length: 20 }, act));

  /** Every copy was told the same reply, or that the act is under way; and at least one was told the reply. */
  const expectOneReply = (answers: readonly Answer[], status: number) => {
    const replies = answers.filter((answer) => verdictOf(answer)[1] !== 'in-flight');
    expect(replies.length).toBeGreaterThan(0);
    expect([...new Set(replies.map((reply) => JSON.stringify(shownBy(reply))))]).toHaveLength(1);
    expect(replies[0]?.status).toBe(status);
    expect(replies.filter((reply) => isReplayed(reply) === null).length).toBeLessThanOrEqual(1);
  };

  test('register one project', async () => {
    const [input, key] = [newProject(), { 'idempotency-key': randomUUID() }];
    expectOneReply(await copies(() => register('jxj-officer', input, key)), 201);
    const { count } = await listProjects((url) => askAs('jxj-officer', url), { number: input.number });
    expect([count, await versionOf(`CN-331082.jxj.${input.number}`)]).toEqual([1, 1]);
  });

  test('change it once', async () => {
    const { id } = await makeProject();
    const key = { 'idempotency-key': randomUUID() };
    expectOneReply(await copies(() => amend(id, amendment, key)), 200);
    expect(await versionOf(id)).toBe(2);
  });

  test('under twenty keys, all for the version they have seen, let one through', async () => {
    const { id } = await makeProject();
    const verdicts = (await copies(() => amend(id, amendment, { 'if-match': '"1"' }))).map(verdictOf);
    expect(verdicts.filter(([status]) => status === 200)).toHaveLength(1);
    expect(verdicts.filter(([, code]) => code === 'stale')).toHaveLength(19);
    expect(await versionOf(id)).toBe(2);
  });

  test('under twenty keys, for whatever version, are all done one after the other', async () => {
    const { id } = await makeProject();
    const versions = (await copies(() => amend(id, amendment))).map((answer) => read(Project, answer).version);
    expect(versions.sort((one, other) => one - other)).toEqual(Array.from({ length: 20 }, (_, place) => place + 2));
  });
});

/** The headers of a command, without one of them. */
const sendWithout = (missing: string, url: string, role: 'officer' | 'director', input: object) => {
  const all = { 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'if-match': '*' };
  const headers = Object.fromEntries(Object.entries(all).filter(([name]) => name !== missing));
  return askAs(`jxj-${role}`, url, { method: 'POST', headers, body: JSON.stringify(input) });
};

describe.each(sampleCommands)('$name', ({ name, role, input }) => {
  let id = '';
  beforeAll(async () => {
    ({ id } = await makeProject());
  });
  afterAll(async () => expect(await versionOf(id)).toBe(2));

  test('needs a key and the version it is meant for', async () => {
    const url = `${collection}/${id}/${name}`;
    expect(verdictOf(await sendWithout('idempotency-key', url, role, input))).toEqual([400, 'idempotency-key-missing']);
    expect(verdictOf(await sendWithout('if-match', url, role, input))).toEqual([428, 'if-match-missing']);
  });

  test('is refused for a version that is past, or never was', async () => {
    await amend(id, amendment);
    for (const version of ['"1"', '"99"']) {
      expect(verdictOf(await command(`jxj-${role}`, id, name, input, { 'if-match': version }))).toEqual([412, 'stale']);
    }
  });

  test.each(['1', 'W/"1"', '"1", "2"', '""', 'latest'])('is refused for a version written %s', async (version) => {
    expect(verdictOf(await command(`jxj-${role}`, id, name, input, { 'if-match': version }))).toEqual([400, 'if-match-invalid']);
  });
});

test('a project is registered only with a key', async () => {
  expect(verdictOf(await sendWithout('idempotency-key', collection, 'officer', newProject()))).toEqual([400, 'idempotency-key-missing']);
});
