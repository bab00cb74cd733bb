import { metricsOf } from './metrics.ts';
import { type MeasuredService, measureService } from './service-measures.ts';

const lagging = [{ topic: 'NO-03.rcn.berths', partition: 2, messages: 9n }];
const healthy: MeasuredService = {
  readiness: async () => ({ ready: true, checks: { mongo: 'up', kafka: 'the broker does not answer' } }),
  consumers: new Map([
    ['facts', { consumption: { health: () => ({ state: 'running' }), lag: () => lagging }, ages: { oldestSeconds: () => 4 } }],
    ['ships', { consumption: { health: () => ({ state: 'halted', reason: 'lost' }), lag: () => [] }, ages: { oldestSeconds: () => 0 } }],
  ]),
  consumed: async () => ({ facts: { applied: 7 } }),
  parked: async () => [{ consumer: 'facts', agency: 'NO-03/rcn', reason: 'not-json', messages: 3 }],
  writePath: async () => undefined,
};

/** The lines of the metrics with their labels in the order in which they stand, those of the process left out. */
async function readOff(...rounds: readonly Partial<MeasuredService>[]) {
  const faults: unknown[] = [];
  let round = 0;
  const metrics = metricsOf(
    'harbour',
    (all) => measureService({ ...healthy, ...rounds[round++] }, all),
    (_, fault) => faults.push(fault),
  );
  let text = '';
  for (const _ of rounds) text = await metrics.text();
  return { faults, lines: text.split('\n').filter((line) => line.startsWith('xietong_')) };
}

test('an operator sees readiness, halted consumers, lag, age and what is parked', async () => {
  const { lines, faults } = await readOff({});
  expect(faults).toEqual([]);
  expect(lines).toEqual(
    expect.arrayContaining([
      'xietong_ready{check="service",service="harbour"} 1',
      'xietong_ready{check="mongo",service="harbour"} 1',
      'xietong_ready{check="kafka",service="harbour"} 0',
      'xietong_consumer_halted{consumer="facts",service="harbour"} 0',
      'xietong_consumer_halted{consumer="ships",service="harbour"} 1',
      'xietong_consumer_lag_messages{consumer="facts",topic="NO-03.rcn.berths",partition="2",service="harbour"} 9',
      'xietong_event_oldest_seconds{consumer="facts",service="harbour"} 4',
      'xietong_consumed_events{consumer="facts",state="applied",service="harbour"} 7',
      'xietong_parked_messages{consumer="facts",agency="NO-03/rcn",reason="not-json",service="harbour"} 3',
    ]),
  );
});

test('what is parked no more, and a partition that is read elsewhere, are not told any longer', async () => {
  const { lines } = await readOff({}, { parked: async () => [], consumers: new Map() });
  expect(lines.filter((line) => /^xietong_(parked_messages|consumer_lag_messages)/.test(line))).toEqual([]);
});

test('a part that cannot be read is reported and leaves the others as they are found', async () => {
  const away = new Error('the database does not answer');
  const unready = async () => ({ ready: false, checks: { mongo: away.message } });
  const { lines, faults } = await readOff({ readiness: unready, parked: () => Promise.reject(away) });
  expect(faults).toEqual([away]);
  expect(lines).toEqual(expect.arrayContaining(['xietong_ready{check="service",service="harbour"} 0']));
});

test('parts that cannot be read are all named', async () => {
  const fail = (what: string) => () => Promise.reject(new Error(what));
  const { faults } = await readOff({ consumed: fail('one'), writePath: fail('other') });
  expect(faults).toMatchObject([{ errors: [{ message: 'one' }, { message: 'other' }] }]);
});
