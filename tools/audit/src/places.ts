import { findPlatform, findSecrets, passwordOf, usualStateDir } from '@xietong/start';
import { type AuditSource, listAuditable, mongoAuditSource, NoJournal } from '@xietong/runtime/audit';
import { exportSource } from './export-file.ts';
import type { KafkaCredentials } from '@xietong/runtime/parts';
import { Refused } from './refused.ts';
import type { Place } from './request.ts';

/** Journals to be audited, opened: by the name of their database or file. */
export interface OpenPlace {
  readonly name: string;
  readonly source: AuditSource;
  close(): Promise<void>;
}

/** Opens what is to be audited, one after the other. Throws `Refused` where there is nothing, or it is not found. */
export async function* openPlaces(place: Place): AsyncGenerator<OpenPlace> {
  if (place.kind === 'export') {
    yield { name: place.file, source: exportSource(place.file), close: async () => {} };
    return;
  }
  const url = place.url ?? runningEngines().mongo.url;
  const databases = place.database === undefined ? await listAuditable(url) : [place.database];
  if (databases.length === 0) throw new Refused('no service has kept anything there yet');
  for (const name of databases) {
    const source = await opened(url, name);
    yield { name, source, close: () => source.close() };
  }
}

/** The one place of a store that is asked for. Throws `Refused` where there are several. */
export async function openOnlyPlace(place: Extract<Place, { kind: 'mongo' }>): Promise<OpenPlace> {
  const url = place.url ?? runningEngines().mongo.url;
  const databases = place.database === undefined ? await listAuditable(url) : [place.database];
  const [name, ...others] = databases;
  if (name === undefined) throw new Refused('no service has kept anything there yet');
  if (others.length > 0) throw new Refused(`say which with --database: ${databases.join(', ')}`);
  const source = await opened(url, name);
  return { name, source, close: () => source.close() };
}

async function opened(url: string, name: string) {
  try {
    return await mongoAuditSource(url, name);
  } catch (fault) {
    throw fault instanceof NoJournal ? new Refused(fault.message) : fault;
  }
}

/** The broker that the environment names, else that of the running platform. */
export function findBroker(environment: Readonly<Record<string, string | undefined>>): KafkaCredentials {
  const { XIETONG_KAFKA_BROKERS: brokers, XIETONG_KAFKA_USERNAME: username, XIETONG_KAFKA_PASSWORD: password } = environment;
  if (brokers === undefined) return readerAt(runningEngines().kafka.brokers);
  // Another broker's events would not be missed: each finding would look like a forgery.
  if (username === undefined || password === undefined)
    throw new Refused('XIETONG_KAFKA_BROKERS is set: set XIETONG_KAFKA_USERNAME and XIETONG_KAFKA_PASSWORD beside it');
  return { brokers: brokers.split(','), username, password };
}

/** The principal of this clone's platform that may read every topic, in groups that begin with its name. */
export function readerAt(brokers: readonly string[]): KafkaCredentials {
  const secrets = findSecrets(usualStateDir);
  if (!secrets) throw new Refused('this clone has no platform yet: npm start');
  const username = 'reporting';
  return { brokers, username, password: passwordOf(username, secrets.kafka) };
}

function runningEngines() {
  const engines = findPlatform(usualStateDir)?.engines;
  if (!engines) throw new Refused('nothing runs: npm start, or say where with --mongo (and XIETONG_KAFKA_… for the broker), or --export');
  return engines;
}
