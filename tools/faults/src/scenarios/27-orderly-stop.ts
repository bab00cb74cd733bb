import { setTimeout as pause } from 'node:timers/promises';
import { registrationOf } from '../driver/order.ts';
import { ReadinessBalancer } from '../driver/readiness-balancer.ts';
import { conclude } from '../oracle/conclude.ts';
import type { Scenario } from '../scenario.ts';
import { readTopic } from '../world/kafka-topic.ts';
import type { ServiceProcess } from '../world/service-process.ts';
import { type ReceivedSpan, startSpanSink } from '../world/span-sink.ts';
import type { World } from '../world/world.ts';

const killsEach = 10;
const traceId = '0af7651916cd43dd8448eb211c80319c';
const callerSpanId = 'b7ad6b7169203331';

/** Asks one of two instances to end, again and again, under clients that look at readiness; and follows one command by its trace. */
export const orderlyStop: Scenario = {
  number: 27,
  sentence:
    'SIGTERM under load: unready first, what is begun is finished, no client meets a fault; a trace links request, event and figure',
  async run(world) {
    const sink = await startSpanSink();
    try {
      const environment = sink.environment;
      const instances = [
        await world.service('projects', { environment }),
        await world.service('projects', { environment, name: 'projects-2' }),
      ];
      const reporting = await world.service('reporting', { environment });
      await Promise.all([...instances, reporting].map((service) => service.start()));
      const balancer = new ReadinessBalancer(instances, world.random.fork('doors'));
      const driver = world.drive({ door: balancer.door });
      driver.start();
      const traced = { ...registrationOf(world.agency, 'traced', 'traced', world.random), traceparent: `00-${traceId}-${callerSpanId}-01` };
      await driver.give(traced);
      const stops = Math.max(4, Math.ceil(world.stage.kills / killsEach));
      const findings: string[] = [];
      let inFlight = 0;
      for (let stop = 1; stop <= stops; stop += 1) {
        const victim = instances[stop % instances.length] as ServiceProcess;
        await pause(world.random.whole(1_000));
        inFlight += driver.inFlight.length;
        findings.push(...(await stopInOrder(victim)));
        await victim.start();
      }
      await driver.stop();
      await balancer.stop();
      const { answers } = driver.tally;
      const concluded = await conclude(world, { driver, projects: instances, reporting });
      const bad = Object.entries(answers).filter(([status]) => !status.startsWith('2'));
      return {
        findings: [
          ...findings,
          ...bad.map(([status, count]) => `${count} requests met ${status} at a client that looks at readiness`),
          ...(await brokenTrace(world, sink.spans, traced.subject)),
          ...concluded.findings,
        ],
        bites: { SIGTERMs: stops, 'requests in flight at a SIGTERM': inFlight, spans: sink.spans.length },
        mustBite: ['requests in flight at a SIGTERM', 'spans'],
        figures: { acknowledged: concluded.acknowledged, events: concluded.events, applied: concluded.applied },
      };
    } finally {
      sink.close();
    }
  },
};

/** Asks an instance to end; says what was out of order: it must be seen unready before its door closes, and end with 0. */
async function stopInOrder(victim: ServiceProcess): Promise<string[]> {
  const seen: number[] = [];
  const ended = victim.terminate();
  while (victim.isRunning) {
    seen.push((await victim.readiness()).status);
    await pause(10);
  }
  const code = await ended;
  const afterFirst = seen.slice(seen.indexOf(503));
  return [
    ...(seen.includes(503) ? [] : [`${victim.plan.name} closed its door before it was seen unready`]),
    ...(afterFirst.includes(200) ? [`${victim.plan.name} was ready again after it had been asked to end`] : []),
    ...(code === 0 ? [] : [`${victim.plan.name} was asked to end and ended with ${code}`]),
  ];
}

/** The edges that are missing between a request, the command, its event in the topic and the figure. */
async function brokenTrace({ credentials, topic }: World, spans: readonly ReceivedSpan[], subject: string): Promise<string[]> {
  const command = spans.find((span) => span.service === 'xietong-projects' && span.traceId === traceId);
  if (command?.parentSpanId !== callerSpanId) return ['no span of the command continues the trace of its request'];
  const bodies = (await readTopic(credentials, topic)).map(
    ({ value }) => JSON.parse(value.toString()) as { subject: string; traceparent?: string },
  );
  const event = bodies.find((body) => body.subject === subject);
  const figure = spans.find(
    ({ service, links }) =>
      service === 'xietong-reporting' && links.some((link) => link.traceId === traceId && link.spanId === command.spanId),
  );
  return [
    ...(event?.traceparent?.includes(`${traceId}-${command.spanId}`) ? [] : ["the event does not name its command's span"]),
    ...(figure ? [] : ['no span of reporting links to the command']),
  ];
}
