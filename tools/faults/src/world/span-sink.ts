import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { z } from 'zod';

const Link = z.looseObject({ traceId: z.string(), spanId: z.string() });
const Span = z.looseObject({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  links: z.array(Link).default([]),
});
const Attribute = z.looseObject({ key: z.string(), value: z.looseObject({ stringValue: z.string().optional() }) });
const Traces = z.looseObject({
  resourceSpans: z.array(
    z.looseObject({
      resource: z.looseObject({ attributes: z.array(Attribute) }),
      scopeSpans: z.array(z.looseObject({ spans: z.array(Span) })),
    }),
  ),
});

/** A span as it was handed over, with the service that made it. */
export interface ReceivedSpan extends z.output<typeof Span> {
  readonly service: string;
}

/** Takes the spans that services hand over by OTLP (JSON over HTTP) and keeps them. */
export interface SpanSink {
  /** What a service is told, so that its spans come here. */
  readonly environment: Readonly<Record<string, string>>;
  readonly spans: readonly ReceivedSpan[];
  close(): void;
}

export async function startSpanSink(): Promise<SpanSink> {
  const spans: ReceivedSpan[] = [];
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      spans.push(...spansIn(body));
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    environment: { OTEL_TRACES_EXPORTER: 'otlp', OTEL_EXPORTER_OTLP_ENDPOINT: url },
    spans,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function spansIn(body: unknown): ReceivedSpan[] {
  return Traces.parse(body).resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
    return scopeSpans.flatMap(({ spans }) => spans.map((span) => ({ ...span, service })));
  });
}
