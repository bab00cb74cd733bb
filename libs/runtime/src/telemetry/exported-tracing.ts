import { type Context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace, type Tracer } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { ZipkinExporter } from '@opentelemetry/exporter-zipkin';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, type SpanExporter, TracerProvider } from '@opentelemetry/sdk-trace';
import { spanDefinitions, type SpanName, spanTitleOf } from './spans.ts';
import type { SpanOptions, Tracing } from './tracing.ts';

const w3c = new W3CTraceContextPropagator();
const kinds = { server: SpanKind.SERVER, producer: SpanKind.PRODUCER, consumer: SpanKind.CONSUMER, internal: SpanKind.INTERNAL } as const;

/** Tracing to Zipkin or by OTLP; the exporters read their addresses from the standard `OTEL_…` variables. */
export function exportedTracing(serviceName: string, exporter: 'zipkin' | 'otlp'): Tracing {
  return tracingTo(serviceName, exporter === 'zipkin' ? new ZipkinExporter({ serviceName }) : new OTLPTraceExporter());
}

/** Tracing that hands finished spans to `exporter`. */
export function tracingTo(serviceName: string, exporter: SpanExporter): Tracing {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  const tracer = provider.getTracer('xietong');
  return {
    span: (name, options, work) => inSpan(tracer, name, options, work),
    stop: () => provider.shutdown(),
  };
}

async function inSpan<Name extends SpanName, Result>(
  tracer: Tracer,
  name: Name,
  options: SpanOptions<Name>,
  work: (traceparent: string | undefined) => Promise<Result>,
): Promise<Result> {
  const joined = options.links?.() ?? [];
  const [parent, others] = options.traceparent === undefined ? [joined[0], joined.slice(1)] : [options.traceparent, joined];
  const links = others.flatMap((traceparent) => trace.getSpanContext(contextOf(traceparent)) ?? []);
  const span = tracer.startSpan(
    spanTitleOf(name, options.attributes),
    {
      kind: kinds[spanDefinitions[name].kind],
      links: links.map((linked) => ({ context: linked })),
      attributes: { ...options.attributes },
    },
    contextOf(parent),
  );
  try {
    return await work(traceparentOf(span));
  } catch (fault) {
    // The fault's kind only: its message may hold what a person typed.
    span.setStatus({ code: SpanStatusCode.ERROR, message: fault instanceof Error ? fault.name : 'fault' });
    throw fault;
  } finally {
    span.end();
  }
}

function contextOf(traceparent: string | undefined): Context {
  if (traceparent === undefined) return ROOT_CONTEXT;
  return w3c.extract(
    ROOT_CONTEXT,
    { traceparent },
    { get: (carrier: { traceparent: string }) => carrier.traceparent, keys: () => ['traceparent'] },
  );
}

function traceparentOf(span: Span): string | undefined {
  const carrier: { traceparent?: string } = {};
  w3c.inject(trace.setSpan(ROOT_CONTEXT, span), carrier, { set: (target, key, value) => Object.assign(target, { [key]: value }) });
  return carrier.traceparent;
}
