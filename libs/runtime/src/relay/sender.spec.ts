import { until } from '@xietong/testing';
import type { OutgoingMessage } from '../bus/bus.ts';
import { Tallies } from '../commit/testing/tally.ts';
import { memoryStore } from '../store/memory-store.ts';
import type { OutboxEntry } from '../store/store.ts';
import { spanTitleOf } from '../telemetry/spans.ts';
import { noTracing, type Tracing } from '../telemetry/tracing.ts';
import type { Line, Sent } from './line.ts';
import { sender } from './sender.ts';

// One topic's sender beside a store that other instances write to as well.

const entry = (version: number): OutboxEntry => ({ version, topic: 'NO-03.rcn.tallies', body: `event ${version}` });
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function aSender(tracing: Pick<Tracing, 'span'> = noTracing) {
  const collection = await memoryStore().collection('tallies', { keys: [], tags: [] });
  const world = {
    published: [] as string[],
    headers: [] as OutgoingMessage['headers'][],
    lines: new Set<Line>(),
    refusals: 0,
    /** What the outbox holds, and when a read of it answers. */
    outbox: [] as OutboxEntry[],
    read: Promise.resolve() as Promise<unknown>,
  };
  const publish = async (batch: readonly OutgoingMessage[]) => {
    if (world.refusals > 0) {
      world.refusals -= 1;
      throw new Error('no broker');
    }
    world.published.push(...batch.map(({ value }) => value));
    world.headers.push(...batch.map(({ headers }) => headers));
  };
  const outbox = async ([id = '']: readonly string[]) => {
    await world.read;
    return new Map([[id, [...world.outbox]]]);
  };
  const sending = sender({
    context: 'tallies',
    topic: 'NO-03.rcn.tallies',
    tracing,
    bus: { publish },
    collectionOf: () => ({ ...collection, outbox }),
    sent: (events: readonly Sent[]) => events.forEach(({ line }) => world.lines.add(line)),
    fault: () => undefined,
    pace: { sendEveryMs: 0, archiveEveryMs: 1, retryFirstMs: 1, retryLastMs: 1 },
  });
  const handOver = (version: number, pendingVersion = 0) =>
    sending.handOver({ aggregate: Tallies, id: 'a', entries: [entry(version)], pendingVersion });
  return { world, sending, handOver };
}

describe('the sender of a topic', () => {
  it('keeps a line that it has in hand, although an earlier event of it is marked meanwhile and the broker fails', async () => {
    const { world, sending, handOver } = await aSender();
    handOver(1);
    await until('the first is published', () => world.published.length === 1);

    const { promise: read, resolve: goOn } = Promise.withResolvers<unknown>();
    Object.assign(world, { read, refusals: 1, outbox: [entry(2), entry(3)] });
    handOver(3, 2);
    await turn();
    for (const line of world.lines) sending.release(line);
    goOn(undefined);

    await until('all are published', () => world.published.length === 3, 2_000);
    expect(world.published).toEqual(['event 1', 'event 2', 'event 3']);
  });

  it('forgets a line whose events another instance has sent, so that the sweep finds what is left of it later', async () => {
    const { world, sending, handOver } = await aSender();
    world.refusals = 1;
    handOver(1);
    await until('nothing is left to send', () => !sending.busy(), 2_000);
    expect(world.published).toEqual([]);
    expect(sending.holds('tallies/a')).toBe(false);
  });

  it('does not forget a newer line of the same aggregate when an older one is marked', async () => {
    const { world, sending, handOver } = await aSender();
    handOver(1);
    await until('the first is published', () => world.published.length === 1);
    const [old] = world.lines;
    sending.release(old as Line);
    handOver(2, 0);
    await until('the second is published', () => world.published.length === 2);
    sending.release(old as Line);
    expect(sending.holds('tallies/a')).toBe(true);
  });

  it('sends a batch in one span, which its messages name and which is linked to the commands behind them', async () => {
    const spans: unknown[] = [];
    const tracing: Pick<Tracing, 'span'> = {
      span: (name, { attributes, links }, work) => {
        spans.push([spanTitleOf(name, attributes), attributes, links?.()]);
        return work('00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01');
      },
    };
    const { world, sending } = await aSender(tracing);
    const body = '{"traceparent":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}';
    sending.handOver({ aggregate: Tallies, id: 'a', entries: [{ ...entry(1), body }, entry(2)], pendingVersion: 0 });
    await until('both are published', () => world.published.length === 2);
    const attributes = { context: 'tallies', topic: 'NO-03.rcn.tallies', messages: 2 };
    expect(spans).toEqual([['tallies publish', attributes, ['00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01']]]);
    expect(world.headers).toEqual(Array(2).fill({ traceparent: '00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01' }));
  });

  it('names no span in its messages where none is made', async () => {
    const { world, handOver } = await aSender();
    handOver(1);
    await until('it is published', () => world.published.length === 1);
    expect(world.headers).toEqual([undefined]);
  });
});
