import { findBroker, readerAt } from '@xietong/audit/places';
import { findEngines } from '@xietong/engines';
import { findPlatform, usualStateDir } from '@xietong/start';
import type { KafkaCredentials } from '@xietong/runtime/parts';
import { Refused } from '@xietong/audit/refused';
import type { BackupRequest } from './request.ts';

type Asked = Exclude<BackupRequest, { command: 'help' }>;

const noEngines = 'no engines run: npm run engines -- up, or say where with --mongo (and XIETONG_KAFKA_… for the broker)';

/** The MongoDB that is asked for, else that of this clone's engines. Throws `Refused`. */
export async function mongoOf({ url }: Asked): Promise<string> {
  const found = url ?? (await findEngines())?.mongo.url;
  if (found === undefined) throw new Refused(noEngines);
  return found;
}

/** The broker that the environment names, else that of this clone's engines. Throws `Refused`. */
export async function brokerOf({ url }: Asked, environment: NodeJS.ProcessEnv): Promise<KafkaCredentials> {
  if (environment['XIETONG_KAFKA_BROKERS'] !== undefined) return findBroker(environment);
  if (url !== undefined)
    throw new Refused('a store that --mongo names needs its topics: set XIETONG_KAFKA_BROKERS, _USERNAME and _PASSWORD');
  const engines = await findEngines();
  if (!engines) throw new Refused(noEngines);
  return readerAt(engines.kafka.brokers);
}

/** Throws `Refused` where this clone's services run on the store that is to be restored. */
export function refuseWhileServicesRun({ url }: Asked): void {
  if (url === undefined && findPlatform(usualStateDir))
    throw new Refused('the services run: npm stop, then npm run engines -- up, then this again');
}
