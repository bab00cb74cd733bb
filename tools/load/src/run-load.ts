import { Agent } from 'node:http';
import { atRate } from '@xietong/bench/arrival-rate';
import { answerTo } from '@xietong/bench/http-answer';
import { inFlightAtOnce } from '@xietong/bench/in-flight';
import { outgoingOf, type Tokens } from '../scenarios/doors.ts';
import { type LoadRequest, preparationTimeoutMs, preparedInFlight, type Run, type Scenario, timeoutMs } from '../scenarios/scenario.ts';
import { type Measured, measuredOf, type Outcome } from './measured.ts';
import type { LoadedPlatform } from './platform.ts';
import { sessionsOf } from './sessions.ts';

export type RunWishes = Omit<Run, 'agency'>;

/** Prepares a scenario, sends its load, takes away what it made whatever came of it, and answers what was measured. Throws where it cannot be prepared or taken away. */
export async function runLoad(scenario: Scenario, platform: LoadedPlatform, wishes: RunWishes): Promise<Measured> {
  const run = { ...wishes, agency: platform.agency };
  const agent = new Agent({ keepAlive: true });
  const tokens = sessionsOf(platform, scenario.principals);
  const sendAll = async (what: string, requests: readonly LoadRequest[]): Promise<void> => {
    const failures = await inFlightAtOnce(requests.length, preparedInFlight, async (n) =>
      sendOne(agent, platform, requests[n] as LoadRequest, await tokens(), preparationTimeoutMs),
    );
    const failure = failures.find((each) => each !== undefined);
    if (failure !== undefined) throw new Error(`${scenario.name} cannot ${what}: ${failure}`);
  };
  const prepareAndMeasure = async (): Promise<Measured> => {
    for (const phase of scenario.prepare(run)) await sendAll('be prepared', phase);
    await platform.untilQuiet();
    return measure(scenario, platform, run, agent, await tokens());
  };
  const [measured] = await Promise.allSettled([prepareAndMeasure()]);
  const [cleaned] = await Promise.allSettled([sendAll('take away what it made', scenario.cleanUp(run))]);
  agent.destroy();
  if (measured.status === 'fulfilled' && cleaned.status === 'fulfilled') return measured.value;
  const faults = [measured, cleaned].flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
  throw new Error([...new Set(faults.map(wordsOf))].join('\n'), { cause: faults[0] });
}

async function measure(scenario: Scenario, platform: LoadedPlatform, run: Run, agent: Agent, tokens: Tokens): Promise<Measured> {
  const { rate, seconds } = run;
  const begunMs = performance.now();
  const { results, dropped } = await atRate<Outcome>({ perSecond: rate, seconds, inFlightMax: scenario.inFlightMax }, async (n, lateMs) => {
    const sentMs = performance.now();
    const failure = await sendOne(agent, platform, scenario.requestOf(n, run), tokens, timeoutMs);
    return { ms: lateMs + performance.now() - sentMs, ...(failure !== undefined && { failure }) };
  });
  return measuredOf({ rate, seconds, outcomes: results, dropped, tookSeconds: (performance.now() - begunMs) / 1000 });
}

/** Why the answer is not the right one, in words; undefined where it is. */
async function sendOne(
  agent: Agent,
  { doors }: LoadedPlatform,
  request: LoadRequest,
  tokens: Tokens,
  withinMs: number,
): Promise<string | undefined> {
  const what = `${request.method} ${request.path}`;
  try {
    const { status, text } = await answerTo(agent, { ...outgoingOf(request, doors, tokens), timeoutMs: withinMs });
    return request.expects.includes(status) ? undefined : `${what} is answered ${status} ${text.slice(0, 200)}`;
  } catch (fault) {
    return `${what} is not answered: ${wordsOf(fault)}`;
  }
}

const wordsOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));
