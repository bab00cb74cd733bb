import { Kafka, logLevel } from 'kafkajs';
import type { LogEntry } from 'kafkajs';
import type { Logger } from 'pino';
import { KafkaSockets } from './kafka-sockets.ts';
import './kafkajs-amendments.ts';

/** How one principal reaches the broker (SASL_PLAINTEXT, SCRAM-SHA-256). Brokers are `host:port`. */
export interface KafkaCredentials {
  readonly brokers: readonly string[];
  readonly username: string;
  readonly password: string;
}

/** A kafkajs client that rides out a short absence of the broker (3 s) and then fails, so that its owner decides. */
export function kafkaClient({ brokers, username, password }: KafkaCredentials, log: Logger, sockets = new KafkaSockets()): Kafka {
  return new Kafka({
    clientId: username,
    brokers: [...brokers],
    sasl: { mechanism: 'scram-sha-256', username, password },
    socketFactory: sockets.factory,
    connectionTimeout: 2000,
    requestTimeout: 15_000,
    retry: { retries: 5, initialRetryTime: 100, multiplier: 2, factor: 0.2, maxRetryTime: 2000 },
    logLevel: log.isLevelEnabled('debug') ? logLevel.INFO : logLevel.NOTHING,
    logCreator: () => (entry) => pass(entry, log),
  });
}

// kafkajs calls an error what it mends itself a moment later, and what it cannot mend it throws as well.
function pass({ namespace, label, log: { message, timestamp: _, logger: _kafkajs, ...fields } }: LogEntry, log: Logger): void {
  log.debug({ ...fields, namespace, kafkajsLevel: label }, `kafkajs: ${message}`);
}
