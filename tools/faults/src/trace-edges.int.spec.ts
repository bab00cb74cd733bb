import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TokenIssuer } from '@xietong/runtime/testing';
import { enginesUnderTest, until } from '@xietong/testing';
import { registrationOf } from './driver/order.ts';
import { sendOrder } from './driver/send-order.ts';
import { type ReceivedSpan, type SpanSink, startSpanSink } from './world/span-sink.ts';
import { World } from './world/world.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const requestSpanId = '00f067aa0ba902b7';

describe('the trace of one command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xietong-trace-'));
  let issuer: TokenIssuer;
  let sink: SpanSink;
  let world: World;

  beforeAll(async () => {
    issuer = await TokenIssuer.start();
    sink = await startSpanSink();
    const engines = enginesUnderTest();
    world = await World.open({ engines, issuer, folder, seed: 1, kills: 0, long: false, report: () => undefined }, 26);
  });
  afterAll(async () => {
    await world.close();
    sink.close();
    await issuer.stop();
    rmSync(folder, { recursive: true });
  });

  it('leads from the request over its commit, the relay and the consumer to the figure, and tells nothing of persons', async () => {
    const { environment } = sink;
    const services = [await world.service('projects', { environment }), await world.service('reporting', { environment })] as const;
    await Promise.all(services.map((service) => service.start()));
    const order = registrationOf(world.agency, 'traced-project', 'traced-key', world.random);
    const traced = { ...order, traceparent: `00-${traceId}-${requestSpanId}-01` };
    const answer = await sendOrder(traced, { url: services[0].url, token: world.token });
    expect(answer).toMatchObject({ kind: 'acknowledged', status: 201 });

    const ofTrace = (): ReceivedSpan[] => sink.spans.filter((span) => span.traceId === traceId);
    await until('the figure is written', () => ofTrace().some(({ name }) => name === 'reporting flush'), 60_000);
    // What is still held back is handed over at the stop.
    expect(await Promise.all(services.map((service) => service.terminate()))).toEqual([0, 0]);

    const spans = ofTrace();
    const idOf = (title: string) => spans.find(({ name }) => name === title)?.spanId;
    const edges = spans.map(({ service, name, parentSpanId }) => [service, name, parentSpanId]);
    expect(edges).toHaveLength(4);
    expect(edges).toEqual(
      expect.arrayContaining([
        ['xietong-projects', 'projects project register', requestSpanId],
        ['xietong-projects', 'projects publish', idOf('projects project register')],
        ['xietong-reporting', 'reporting facts', idOf('projects publish')],
        ['xietong-reporting', 'reporting flush', idOf('reporting facts')],
      ]),
    );
    const told = JSON.stringify(spans);
    const { sub } = JSON.parse(Buffer.from(world.token.split('.')[1] ?? '', 'base64url').toString('utf8')) as { sub: string };
    for (const secret of [sub, 'traced-project', 'traced-key', 'Registered by', 'SINTEF', 'ORGNR']) expect(told).not.toContain(secret);
  }, 120_000);
});
