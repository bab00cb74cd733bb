const remedies: Readonly<Record<string, string>> = {
  TOPIC_AUTHORIZATION_FAILED: 'an agency writes only under its own prefix, so check which credentials the agencies file gives to whom',
  CLUSTER_AUTHORIZATION_FAILED: 'the principal lacks the right to write idempotently, which provisioning grants',
  UNKNOWN_TOPIC_OR_PARTITION: 'the topic has not been provisioned',
  MESSAGE_TOO_LARGE: "one event is larger than the topic's max.message.bytes",
};

/** Events that the broker did not acknowledge. `code` is Kafka's error name where the broker gave one. */
export class SendFault extends Error {
  override readonly name = 'SendFault';
  readonly code: string | undefined;

  constructor(principal: string, topics: readonly string[], cause: unknown) {
    const code = findProtocolError(cause);
    const reason = code ? `${code}: ${remedies[code] ?? 'the broker refused'}` : cause instanceof Error ? cause.message : String(cause);
    super(`${principal} could not write to ${topics.join(', ')}: ${reason}`, { cause });
    this.code = code;
  }
}

// kafkajs wraps the broker's answer in errors of its own, one to three deep.
function findProtocolError(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('type' in error && typeof error.type === 'string') return error.type;
  return findProtocolError(error.cause);
}
