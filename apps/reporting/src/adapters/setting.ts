import type { Engines } from '@xietong/runtime';
import { join } from 'node:path';
import { contracts } from '../contracts.ts';
import { messageReader } from '../intake/read-message.ts';
import { environmentOfReporting } from '../environment.ts';
import type { Setting } from './generations/current-facts.ts';

/** Where this instance keeps its facts and how it reads messages; a rebuild is not traced. Throws when the environment does not name the folder. */
export function settingOf(
  environment: Readonly<Record<string, string | undefined>>,
  log: Engines['log'],
  tracing?: Pick<Engines['tracing'], 'span'>,
): Setting {
  const dataDir = environmentOfReporting.XIETONG_DATA_DIR.parse(environment.XIETONG_DATA_DIR);
  return {
    folder: join(dataDir, 'reporting'),
    read: messageReader(contracts),
    ...(tracing && { tracing }),
    onParked: (parked) =>
      log.warn({ messages: parked.length, first: firstOf(parked) }, 'messages were parked with all that follow under their keys'),
  };
}

function firstOf([first]: Parameters<Setting['onParked']>[0]): object | undefined {
  if (!first) return undefined;
  const { partition, offset, key, reason, detail } = first;
  return { partition, offset: String(offset), key, reason, detail };
}
