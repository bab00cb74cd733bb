import { readGrants } from './grants-file.ts';
import { projectsUrl, reportingUrl } from './platform-access.ts';
import { ask } from './requests.ts';
import { until } from './until.ts';

/** The value of a series as Prometheus reads it; `undefined` where there is none. */
async function readSeries(url: string, name: string, labels: Readonly<Record<string, string>>): Promise<number | undefined> {
  const { text } = await ask(`${url}/metrics`);
  const line = text
    .split('\n')
    .find((each) => each.startsWith(`${name}{`) && Object.entries(labels).every((pair) => each.includes(`${pair[0]}="${pair[1]}"`)));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
}

test('an operator sees how many events reporting has applied, how many wait and how many are parked', async () => {
  const read = (state: string) => readSeries(reportingUrl, 'xietong_consumed_events', { consumer: 'facts', state });
  const projects = new Set(readGrants().map(({ project }) => project)).size;
  expect(await read('applied')).toBeGreaterThanOrEqual(projects);
  expect([await read('waiting'), await read('parked')]).toEqual([expect.any(Number), expect.any(Number)]);
});

test('an operator sees the outbox of projects empty once nothing is registered any more', async () => {
  const depth = () => readSeries(projectsUrl, 'xietong_outbox_documents', { collection: 'projects' });
  expect(await until(depth, (waiting) => waiting === 0, 10_000)).toBe(0);
});
