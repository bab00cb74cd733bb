import { join } from 'node:path';
import { until } from '@xietong/testing';
import { registrationOf } from '../driver/order.ts';
import { sendOrder } from '../driver/send-order.ts';
import { conclude } from '../oracle/conclude.ts';
import type { Scenario } from '../scenario.ts';
import { readTopic } from '../world/kafka-topic.ts';
import type { ServiceProcess } from '../world/service-process.ts';
import { staffToken } from '../world/staff-token.ts';
import type { World } from '../world/world.ts';

const hourMs = 3_600_000;
const minuteMs = 60_000;
const preload = [join(import.meta.dirname, '..', 'children', 'shifted-clock.ts')];
/** Good a long time before and after now: for services with any of the clocks. */
const wideToken = { sinceMs: 3 * hourMs, forMs: 6 * hourMs };
/** Good now, and neither an hour ago nor in an hour. */
const narrowToken = { sinceMs: 10 * minuteMs, forMs: 10 * minuteMs };
const commandsMin = 400;

/** Lets two instances whose clocks are an hour off either way share the work. */
export const wrongClock: Scenario = {
  number: 10,
  sentence: 'with clocks an hour off either way events are in order by version; a token outside its window gets 401',
  async run(world) {
    const shifted = (name: string, byMs: number): Promise<ServiceProcess> =>
      world.service('projects', { name, preload, environment: { FAULTS_CLOCK_SHIFT_MS: String(byMs) } });
    const [fast, slow] = [await shifted('projects-fast', hourMs), await shifted('projects-slow', -hourMs)];
    const [right, reporting] = [await world.service('projects'), await world.service('reporting')];
    await Promise.all([fast, slow, right, reporting].map((service) => service.start()));
    const doors = world.random.fork('doors');
    const token = await staffToken(world.stage.issuer, world.agency, wideToken);
    const driver = world.drive({ door: () => (fast.isRunning ? doors.pick([fast, slow]) : slow).url, token });
    driver.start();
    const refused = await refusedTokens(world, { fast, slow, right });
    await until('both have worked', () => driver.acknowledgements().length > commandsMin, 120_000);
    // What it leaves in outboxes is dated an hour ahead for everyone else.
    await fast.kill();
    const { findings, acknowledged, events, applied } = await conclude(world, { driver, projects: [slow, right], reporting });
    return {
      findings: [...findings, ...refused.findings],
      bites: { 'events dated before their predecessors': await datedBefore(world), 'tokens refused with 401': refused.count },
      mustBite: ['events dated before their predecessors', 'tokens refused with 401'],
      figures: { acknowledged, events, applied },
    };
  },
};

/** Shows a token that is good now to services with each clock: only by the right one is it inside its window. */
async function refusedTokens(
  { agency, stage, random }: World,
  { fast, slow, right }: Readonly<Record<'fast' | 'slow' | 'right', ServiceProcess>>,
): Promise<{ count: number; findings: string[] }> {
  const token = await staffToken(stage.issuer, agency, narrowToken);
  const order = { ...registrationOf(agency, 'never', 'never', random), body: {} };
  const statusAt = async ({ url }: ServiceProcess): Promise<number | 'no answer'> => (await sendOrder(order, { url, token })).status;
  const [expired, notYet, good] = [await statusAt(fast), await statusAt(slow), await statusAt(right)];
  return {
    count: [expired, notYet].filter((status) => status === 401).length,
    findings: [
      ...(expired === 401 ? [] : [`a token that expired 50 minutes ago was answered ${expired}, not 401`]),
      ...(notYet === 401 ? [] : [`a token that was issued 50 minutes in the future was answered ${notYet}, not 401`]),
      // The body is empty on purpose: it is looked at only once the token was found good.
      ...(good === 422 ? [] : [`a token inside its window was answered ${good}`]),
    ],
  };
}

async function datedBefore({ credentials, topic }: World): Promise<number> {
  const last = new Map<string, string>();
  let count = 0;
  for (const { key, value } of await readTopic(credentials, topic)) {
    const { time } = JSON.parse(value.toString('utf8')) as { time: string };
    if (time < (last.get(key) ?? '')) count += 1;
    last.set(key, time);
  }
  return count;
}
