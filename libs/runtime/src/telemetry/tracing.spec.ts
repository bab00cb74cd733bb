import { InMemorySpanExporter } from '@opentelemetry/sdk-trace';
import { tracingTo } from './exported-tracing.ts';
import { startTracing, traceparentsIn } from './tracing.ts';

const caller = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const other = '00-1af7651916cd43dd8448eb211c80319c-c7ad6b7169203331-01';

const open = { attributes: { context: 'harbour', aggregate: 'berth', command: 'open' } };
const ships = { attributes: { context: 'harbour', consumer: 'ships', topic: 'NO-03.rcn.shipping', messages: 2 } };

describe('tracing', () => {
  it('gives each span the caller as parent and hands its own context on', async () => {
    const exporter = new InMemorySpanExporter();
    const kept: string[] = [];
    const tracing = tracingTo('xietong-test', exporter);
    await tracing.span('command', { ...open, traceparent: caller, links: () => [other] }, async (outer = '') => {
      kept.push(outer);
      await tracing.span('consume', { ...ships, traceparent: outer }, async () => undefined);
    });
    const spans = await finished(exporter, tracing);
    expect(spans.map(({ name }) => name)).toEqual(['harbour ships', 'harbour berth open']);
    expect(new Set(spans.map((span) => span.spanContext().traceId))).toEqual(new Set(['0af7651916cd43dd8448eb211c80319c']));
    expect(spans[1]?.parentSpanContext?.spanId).toBe('b7ad6b7169203331');
    expect(spans[0]?.parentSpanContext?.spanId).toBe(kept[0]?.split('-')[2]);
    expect(spans[1]?.links.map(({ context }) => context.spanId)).toEqual(['c7ad6b7169203331']);
  });

  it('draws a batch in the trace of its first event, and links it to those of the others', async () => {
    const exporter = new InMemorySpanExporter();
    const tracing = tracingTo('xietong-test', exporter);
    await tracing.span('consume', { ...ships, links: () => [caller, other] }, async () => undefined);
    const [span] = await finished(exporter, tracing);
    expect(span?.parentSpanContext?.spanId).toBe('b7ad6b7169203331');
    expect(span?.links.map(({ context }) => context.spanId)).toEqual(['c7ad6b7169203331']);
    expect(span?.attributes).toEqual(ships.attributes);
  });

  it('marks a span whose work failed, by the kind of fault and not by its text', async () => {
    const exporter = new InMemorySpanExporter();
    const tracing = tracingTo('xietong-test', exporter);
    const failing = tracing.span('command', open, async () => {
      throw new TypeError('the identity number 11010519491231002X is wrong');
    });
    await expect(failing).rejects.toThrow(TypeError);
    const [span] = await finished(exporter, tracing);
    expect(span?.status).toMatchObject({ message: 'TypeError' });
    expect(JSON.stringify([span?.attributes, span?.events, span?.status])).not.toContain('11010519491231002X');
  });

  it('switched off passes the caller’s context on unchanged', async () => {
    const tracing = await startTracing('xietong-test', 'none');
    expect(await tracing.span('command', { ...open, traceparent: caller }, async (traceparent) => traceparent)).toBe(caller);
  });
});

// Shutting down flushes the batch and then empties the exporter, so the spans are taken as they are exported.
async function finished(exporter: InMemorySpanExporter, tracing: { stop(): Promise<void> }) {
  const spans: ReturnType<InMemorySpanExporter['getFinishedSpans']> = [];
  const original = exporter.export.bind(exporter);
  exporter.export = (some, done) => {
    spans.push(...some);
    original(some, done);
  };
  await tracing.stop();
  return spans;
}

test('a batch is linked to the commands whose events it holds, each once', () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const [traced, untraced, long] = [
    { traceparent, data: {} },
    { data: {} },
    { data: { text: 'x'.repeat(2_000) }, traceparent: `of the data, not of the envelope` },
  ].map((event) => ({ value: Buffer.from(JSON.stringify(event)) }));
  expect(traceparentsIn([traced, untraced, long, traced].flatMap((message) => message ?? []))).toEqual([traceparent]);
});

test('a message that tells in which batch it was sent goes on from there, and from its command', () => {
  const value = Buffer.from(JSON.stringify({ traceparent: caller }));
  const messages = [{ value, headers: { traceparent: other } }, { value }];
  expect(traceparentsIn(messages)).toEqual([other, caller]);
});
