/** Spans by hand: one a command, one a consumed batch. Off, every span is a no-op that costs nothing. */
export interface Tracing {
  /** Runs `work` in a span; `traceparent` is the caller's context in, and the span's own out. A fault ends the span as an error. */
  span<Result>(name: string, options: SpanOptions, work: (traceparent: string | undefined) => Promise<Result>): Promise<Result>;
  stop(): Promise<void>;
}

export interface SpanOptions {
  readonly kind: 'server' | 'consumer';
  readonly traceparent?: string;
  /** Contexts that the work joins together, such as the events of a batch; asked only where spans are made. */
  readonly links?: () => readonly string[];
  readonly attributes?: Readonly<Record<string, string | number>>;
}

export const tracesExporters = ['none', 'zipkin', 'otlp'] as const;
export type TracesExporter = (typeof tracesExporters)[number];

const linksMax = 100;
/** The envelope stands before the data, and its fields are short. */
const envelopeBytes = 1_024;

/** The contexts of the commands whose events these messages are: a span that applies them links to those, the first hundred. */
export function traceparentsIn(messages: readonly { readonly value: Buffer }[]): string[] {
  const found = messages.flatMap(({ value }) => /"traceparent":"([^"]+)"/.exec(value.toString('latin1', 0, envelopeBytes))?.[1] ?? []);
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
