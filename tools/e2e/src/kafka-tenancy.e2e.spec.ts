import { randomUUID } from 'node:crypto';
import kafkajs, { type Consumer } from 'kafkajs';
import { kafkaAdmin, kafkaAs, readTopic } from './kafka-access.ts';
import { agencies } from './platform-access.ts';
import { newProject, register } from './project-requests.ts';
import { until } from './until.ts';

// Topics of this test's own stand under each agency's prefix, so that nothing is written to those that services read.
const context = `e2e-${randomUUID()}`;
const topicsOfOwn = agencies.map(({ prefix }) => `${prefix}.${context}`);
const groupId = `e2e-${randomUUID()}`;
const admin = kafkaAdmin();

beforeAll(async () => {
  await admin.connect();
  await admin.createTopics({ topics: topicsOfOwn.map((topic) => ({ topic, numPartitions: 1 })), waitForLeaders: true });
});
afterAll(async () => {
  await admin.deleteTopics({ topics: topicsOfOwn });
  await admin.disconnect();
});

const principals = agencies.map(({ prefix }) => prefix);
const everyAttempt = principals.flatMap((principal) => topicsOfOwn.map((topic) => ({ principal, topic })));
const isOwn = ({ principal, topic }: (typeof everyAttempt)[number]) => topic.startsWith(`${principal}.`);

/** What the broker calls the fault, wherever in it the client has put that; else the client's own name for it. */
function reasonOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  if ('type' in fault) return String(fault.type);
  return fault.cause === undefined ? fault.name : reasonOf(fault.cause);
}

async function tryToWrite(principal: string, topic: string): Promise<string> {
  const producer = kafkaAs(principal).producer();
  await producer.connect();
  try {
    await producer.send({ topic, messages: [{ key: principal, value: `written by ${principal}` }] });
    return 'written';
  } catch (fault) {
    return reasonOf(fault);
  } finally {
    await producer.disconnect();
  }
}

async function tryToRead(principal: string, topic: string): Promise<string> {
  const consumer = kafkaAs(principal).consumer({ groupId: `${groupId}-${principal}-${topic}`, retry: { retries: 0 } });
  await consumer.connect();
  try {
    return await firstOutcome(consumer, topic);
  } catch (fault) {
    return reasonOf(fault);
  } finally {
    await consumer.disconnect();
  }
}

async function firstOutcome(consumer: Consumer, topic: string): Promise<string> {
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  return new Promise((resolve, reject) => {
    consumer.on('consumer.crash', ({ payload }) => reject(payload.error));
    consumer.run({ autoCommit: false, eachMessage: async ({ message }) => resolve(`read '${String(message.value)}'`) }).catch(reject);
  });
}

test("an agency's principal writes under its own prefix, and nowhere else", async () => {
  const outcomes = await Promise.all(everyAttempt.map(async (attempt) => [attempt, await tryToWrite(attempt.principal, attempt.topic)]));
  expect(outcomes).toEqual(everyAttempt.map((attempt) => [attempt, isOwn(attempt) ? 'written' : 'TOPIC_AUTHORIZATION_FAILED']));
  for (const topic of topicsOfOwn) {
    const principal = principals.find((one) => isOwn({ principal: one, topic }));
    expect(await readTopic(topic)).toEqual([{ key: principal, text: `written by ${principal}` }]);
  }
});

describe("an agency's principal reads", () => {
  test('in no group', async () => {
    const outcomes = await Promise.all(principals.map((principal) => tryToRead(principal, `${principal}.${context}`)));
    // So kafkajs names that no broker would tell it where the group is.
    expect(outcomes).toEqual(principals.map(() => 'KafkaJSGroupCoordinatorNotFound'));
  });

  test('from no topic, not even its own, though somebody let it into a group', async () => {
    const letIn = principals.map((principal) => ({
      principal: `User:${principal}`,
      host: '*',
      operation: kafkajs.AclOperationTypes.READ,
      permissionType: kafkajs.AclPermissionTypes.ALLOW,
      resourceType: kafkajs.AclResourceTypes.GROUP,
      resourceName: groupId,
      resourcePatternType: kafkajs.ResourcePatternTypes.PREFIXED,
    }));
    await admin.createAcls({ acl: letIn });
    try {
      const outcomes = await Promise.all(everyAttempt.map(async (attempt) => [attempt, await tryToRead(attempt.principal, attempt.topic)]));
      expect(outcomes).toEqual(everyAttempt.map((attempt) => [attempt, 'TOPIC_AUTHORIZATION_FAILED']));
    } finally {
      await admin.deleteAcls({ filters: letIn });
    }
  });
});

test('a principal with a wrong password is not let in', async () => {
  await expect(kafkaAs('NO-03.inn', 'guessed').admin().connect()).rejects.toThrow('authentication failed');
});

test("each agency's events lie in its own topic, and no topic holds another's", async () => {
  const numbers = new Map<string, string>();
  for (const { name, prefix } of agencies.filter((one) => one.name !== 'rcn')) {
    const input = newProject();
    expect((await register(`${name}-officer`, input)).status).toBe(201);
    numbers.set(`${prefix}.projects`, input.number);
  }
  for (const { ref, prefix } of agencies) {
    const topic = `${prefix}.projects`;
    const written = numbers.get(topic) ?? '951956';
    const messages = await until(
      () => readTopic(topic),
      (all) => all.some(({ key }) => key === `${prefix}.${written}`),
      10_000,
    );
    const sources = messages.map(({ text }) => (JSON.parse(text) as { source: string }).source);
    expect([...new Set(sources)]).toEqual([`/${ref}/projects`]);
    const ofProjects = messages.filter(({ text }) => (JSON.parse(text) as { subject: string }).subject.startsWith('project/'));
    expect(ofProjects.filter(({ key }) => !key.startsWith(`${prefix}.`))).toEqual([]);
  }
});
