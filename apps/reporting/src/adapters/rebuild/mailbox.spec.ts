import { readdir, rm } from 'node:fs/promises';
import { until } from '@xietong/testing';
import { inFolder } from '../../testing/facts-folder.ts';
import { answerQuestions, ask, NotTaken, withdrawQuestions } from './mailbox.ts';

const rethrown = (fault: unknown): never => {
  throw fault;
};
const repeated = (asked: unknown) => Promise.resolve({ heard: asked });

test('a question finds its answer, and both letters are gone', () =>
  inFolder(async (folder) => {
    const stop = await answerQuestions(folder, repeated, rethrown);
    expect(await ask(folder, 'who is there?', 10_000)).toEqual({ heard: 'who is there?' });
    expect(await readdir(folder)).toEqual([]);
    await stop();
  }));

test('a question that nobody takes in time is withdrawn', () =>
  inFolder(async (folder) => {
    await expect(ask(folder, 'who is there?', 1)).rejects.toThrow(NotTaken);
    expect(await readdir(folder)).toEqual([]);
  }));

test('a question that was taken but not answered in time is known to be in hand', () =>
  inFolder(async (folder) => {
    const { promise: answered, resolve: answer } = Promise.withResolvers<undefined>();
    const stop = await answerQuestions(folder, () => answered, rethrown);
    const asked = ask(folder, 'who is there?', 1000);
    await expect(asked).rejects.toThrow('has taken the question');
    await expect(asked).rejects.not.toThrow(NotTaken);
    answer(undefined);
    await stop();
  }));

test('questions that a killed rebuild left behind can be withdrawn', () =>
  inFolder(async (folder) => {
    const asked = ask(folder, 'who is there?', 1000);
    const refused = expect(asked).rejects.toThrow('not answered');
    await until('the question lies there', async () => (await readdir(folder)).some((name) => name.endsWith('.question.json')));
    await withdrawQuestions(folder);
    expect(await readdir(folder)).toEqual([]);
    await refused;
  }));

test('a mailbox that cannot be read is looked at no more often than one that can', () =>
  inFolder(async (folder) => {
    const { promise: seenTwice, resolve } = Promise.withResolvers<undefined>();
    const faultsAt: number[] = [];
    const stop = await answerQuestions(folder, repeated, () => {
      if (faultsAt.push(performance.now()) === 2) resolve(undefined);
    });
    await rm(folder, { recursive: true });
    await seenTwice;
    await stop();
    const [first = 0, second = 0] = faultsAt;
    expect(second - first).toBeGreaterThan(400);
  }));
