import { timedSteps } from './timed-steps.ts';

test('a step is reported with its seconds once it is through, and hands its result on', async () => {
  const lines: string[] = [];
  const step = timedSteps((line) => lines.push(line));
  expect(
    await step(
      (count) => `${count} topics`,
      async () => 4,
    ),
  ).toBe(4);
  expect(lines).toEqual([expect.stringMatching(/^ {2}0\.\d s {2}4 topics$/)]);
});

test('a step that fails is not reported as done', async () => {
  const lines: string[] = [];
  await expect(timedSteps((line) => lines.push(line))('topics', () => Promise.reject(new Error('Kafka is away')))).rejects.toThrow(
    'Kafka is away',
  );
  expect(lines).toEqual([]);
});
