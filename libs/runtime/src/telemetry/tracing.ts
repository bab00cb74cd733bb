import type { SpanAttributes, SpanName } from './spans.ts';

/** Spans by hand: one a command, one a batch that is sent, consumed or written. Off, every span is a no-op that costs nothing. */
export interface Tracing {
  /** Runs `work` in a span; `traceparent` is the caller's context in, and the span's own out. A fault ends the span as an error. */
  span<Name extends SpanName, Result>(
    name: Name,
    options: SpanOptions<Name>,
    work: (traceparent: string | undefined) => Promise<Result>,
  ): Promise<Result>;
  stop(): Promise<void>;
}

export interface SpanOptions<Name extends SpanName = SpanName> {
  readonly attributes: SpanAttributes<Name>;
  readonly traceparent?: string;
  /**
   * Contexts that the work joins together, such as the events of a batch; asked only where spans are made. Without a caller the
   * first of them is the parent: trace viewers draw a batch in the trace of its first event, and not all of them draw links.
   */
  readonly links?: () => readonly string[];
}

export const tracesExporters = ['none', 'zipkin', 'otlp'] as const;
export type TracesExporter = (typeof tracesExporters)[number];

const linksMax = 100;
/** The envelope stands before the data, and its fields are short. */
const envelopeBytes = 1_024;

const inEnvelope = /"traceparent":"([^"]+)"/;

interface Carrier {
  readonly value: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The contexts that these messages come from, the first hundred: of the batches in which they were sent, as their headers say, and of
 * the commands whose events they are, as their envelopes say.
 */
export function traceparentsIn(messages: readonly Carrier[]): string[] {
  const sent = messages.flatMap(({ headers }) => headers?.['traceparent'] ?? []);
  const decided = messages.map(({ value }) => value.toString('latin1', 0, envelopeBytes));
  return [...new Set([...sent, ...traceparentsOf(decided)])].slice(0, linksMax);
}

/** The contexts of the commands whose events these are, the first hundred. */
export function traceparentsOf(events: readonly string[]): string[] {
  const found = events.flatMap((text) => inEnvelope.exec(text.slice(0, envelopeBytes))?.[1] ?? []);
  return [...new Set(found)].slice(0, linksMax);
}

/** No spans: the caller's context goes on as it came. */
export const noTracing: Tracing = { span: (_name, { traceparent }, work) => work(traceparent), stop: async () => {} };

/** Starts tracing for a service. The SDK is loaded only where traces are wanted: it holds 14 MB. */
export async function startTracing(serviceName: string, exporter: TracesExporter): Promise<Tracing> {
  if (exporter === 'none') return noTracing;
  const { exportedTracing } = await import('./exported-tracing.ts');
  return exportedTracing(serviceName, exporter);
}
