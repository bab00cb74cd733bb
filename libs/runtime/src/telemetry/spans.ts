interface SpanDefinition {
  readonly kind: 'server' | 'producer' | 'consumer' | 'internal';
  /** What it is called, with its attributes in braces. */
  readonly title: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What it goes on from: its parent, and what it is linked to. */
  readonly follows: string;
}

/** Every span that the platform makes. None carries an id of a person, an input or a text: an attribute is a name or a count. */
export const spanDefinitions = {
  command: {
    kind: 'server',
    title: '{context} {aggregate} {command}',
    attributes: { context: 'the service', aggregate: 'the aggregate', command: 'its command, from the parsed input to the durable commit' },
    follows: 'the request, by its `traceparent`; a reaction: the command whose event it answers',
  },
  publish: {
    kind: 'producer',
    title: '{context} publish',
    attributes: { context: 'the service', topic: 'where to', messages: 'how many the batch of the relay holds' },
    follows: 'the command of its first event; linked to those of the others',
  },
  consume: {
    kind: 'consumer',
    title: '{context} {consumer}',
    attributes: { context: 'the service', consumer: 'the consumer', topic: 'where from', messages: 'how many the batch holds' },
    follows: 'the publishing of its first event; linked to those of the others, and to all their commands',
  },
  flush: {
    kind: 'internal',
    title: '{context} flush',
    attributes: { context: 'the service', batches: 'how many batches become visible in figures together' },
    follows: 'the consuming of its first batch; linked to those of the others',
  },
} as const satisfies Readonly<Record<string, SpanDefinition>>;

export type SpanName = keyof typeof spanDefinitions;
export type SpanAttributes<Name extends SpanName> = Readonly<
  Record<keyof (typeof spanDefinitions)[Name]['attributes'] & string, string | number>
>;

/** The title of a span as a trace viewer shows it: `projects project register`. */
export const spanTitleOf = <Name extends SpanName>(name: Name, attributes: SpanAttributes<Name>): string =>
  spanDefinitions[name].title.replace(/\{(\w+)\}/g, (_, attribute: string) =>
    String((attributes as Readonly<Record<string, string | number>>)[attribute]),
  );
