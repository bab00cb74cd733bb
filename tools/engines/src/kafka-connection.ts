import type * as protocol from '@platformatic/kafka';
import type { EngineAddresses } from './addresses.ts';

/** The protocol's requests, as `@platformatic/kafka` speaks them; loaded on first use, since the package takes 0.2 s. */
export type KafkaProtocol = typeof protocol;

/** Lends a connection of the administrator for the work. kafkajs can not make users, and on Node 24 it prints warnings about its timers. */
export async function withKafkaAdmin<T>(
  { brokers, admin }: EngineAddresses['kafka'],
  work: (connection: protocol.Connection, protocol: KafkaProtocol) => Promise<T>,
): Promise<T> {
  const loaded: KafkaProtocol = await import('@platformatic/kafka');
  const broker = new URL(`kafka://${brokers[0]}`);
  const connection = new loaded.Connection('engines', {
    connectTimeout: 2000,
    requestTimeout: 5000,
    sasl: { mechanism: 'SCRAM-SHA-256', ...admin },
  });
  try {
    await connection.connect(broker.hostname, Number(broker.port));
    return await work(connection, loaded);
  } finally {
    await connection.close();
  }
}
