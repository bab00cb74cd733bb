import { parseArgs } from 'node:util';
import { Refused } from '@xietong/audit/refused';

export const usage = `npm run backup -- --to <folder> [--mongo <url>] [--database <name>]: writes what services keep into a folder that is new or empty
npm run restore -- --from <folder> [--mongo <url>]: puts it back where nothing is, brings it up to what the topics hold, and audits it
  --mongo <url>      another MongoDB than that of this clone's engines
                     (restore then reads the topics by XIETONG_KAFKA_BROKERS, _USERNAME and _PASSWORD)
  --database <name>  one service's database only (xietong-projects)
Ends with 0 where all is whole, with 1 where something does not fit, with 2 where nothing was done.`;

/** What is asked for; `url` only where it is another MongoDB than this clone's. */
export type BackupRequest =
  | { readonly command: 'help' }
  | { readonly command: 'backup' | 'restore'; readonly folder: string; readonly url?: string; readonly database?: string };

const folderOptions = { backup: 'to', restore: 'from' } as const;

/** Reads the words of the command line; throws `Refused`. */
export function parseRequest(words: readonly string[]): BackupRequest {
  const [command, ...rest] = words;
  if (command !== 'backup' && command !== 'restore') throw new Refused(`say what to do: backup or restore\n${usage}`);
  const { help, mongo: url, database, ...folders } = parsed(rest);
  if (help) return { command: 'help' };
  const wanted = folderOptions[command];
  const unwanted = wanted === 'to' ? 'from' : 'to';
  if (folders[unwanted] !== undefined) throw new Refused(`${command} takes --${wanted}, not --${unwanted}\n${usage}`);
  if (database !== undefined && command === 'restore')
    throw new Refused('restore puts back the databases that the backup holds, without --database');
  const folder = folders[wanted];
  if (!folder) throw new Refused(`say which folder: npm run ${command} -- --${wanted} <folder>`);
  return { command, folder, ...(url === undefined ? {} : { url }), ...(database === undefined ? {} : { database }) };
}

function parsed(words: readonly string[]) {
  try {
    const options = {
      to: { type: 'string' },
      from: { type: 'string' },
      mongo: { type: 'string' },
      database: { type: 'string' },
      help: { type: 'boolean', default: false },
    } as const;
    return parseArgs({ args: [...words], options }).values;
  } catch (fault) {
    throw new Refused(`${fault instanceof Error ? fault.message : String(fault)}\n${usage}`);
  }
}
