import { parseArgs } from 'node:util';
import { AgencyRef } from '@xietong/kernel';
import { Refused } from './refused.ts';

export const usage = `npm run audit -- verify [options]: walks the journals of a store and names of each aggregate the first event that was altered
  --mongo <url>        another MongoDB than that of the running platform
  --database <name>    one service's database only (xietong-projects)
  --export <file>      an export instead of a store
  --seals <where>      compares with what was sealed: 'broker', or a file with the texts of a topic's events, one a line
                       (broker: that of the running platform, or XIETONG_KAFKA_BROKERS, _USERNAME and _PASSWORD)
  --agency <ref>       one agency only (NO-03/rcn)
  --json               a report to be read by programs
npm run audit -- export --to <file> [--mongo <url>] [--database <name>]: writes a journal to a file, for 'verify --export'
Ends with 0 where all is whole, with 1 where something was found, with 2 where it could not look.`;

/** Where the journals are: in databases, or in a file that was exported before. */
export type Place =
  { readonly kind: 'mongo'; readonly url?: string; readonly database?: string } | { readonly kind: 'export'; readonly file: string };

export type AuditRequest =
  | { readonly command: 'help' }
  | { readonly command: 'export'; readonly from: Extract<Place, { kind: 'mongo' }>; readonly to: string }
  | {
      readonly command: 'verify';
      readonly place: Place;
      readonly seals?: { readonly kind: 'broker' } | { readonly kind: 'file'; readonly file: string };
      readonly agency?: AgencyRef;
      readonly json: boolean;
    };

const options = {
  mongo: { type: 'string' },
  database: { type: 'string' },
  export: { type: 'string' },
  seals: { type: 'string' },
  agency: { type: 'string' },
  to: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Reads the words of the command line; throws `Refused`. */
export function parseRequest(words: readonly string[]): AuditRequest {
  const { values, positionals } = parsed(words);
  if (values.help) return { command: 'help' };
  const [command, ...rest] = positionals;
  if (rest.length > 0) throw new Refused(`'${rest.join(' ')}' was not understood\n${usage}`);
  const { mongo: url, database, to } = values;
  const store = { kind: 'mongo', ...(url === undefined ? {} : { url }), ...(database === undefined ? {} : { database }) } as const;
  switch (command) {
    case 'export':
      if (to === undefined) throw new Refused('say where to: npm run audit -- export --to <file>');
      return { command, from: store, to };
    case 'verify':
      return { command, ...verification(values), place: placeOf(values.export, store) };
    default:
      throw new Refused(`say what to do: verify or export\n${usage}`);
  }
}

function placeOf(file: string | undefined, store: Extract<Place, { kind: 'mongo' }>): Place {
  if (file === undefined) return store;
  if (store.url !== undefined || store.database !== undefined)
    throw new Refused('--export is read instead of a store: leave --mongo and --database out');
  return { kind: 'export', file };
}

function verification({ seals, agency, json }: { seals?: string; agency?: string; json: boolean }) {
  const ref = AgencyRef.safeParse(agency);
  if (agency !== undefined && !ref.success)
    throw new Refused(`--agency is a region and a short name, such as NO-03/rcn: '${agency}' is not`);
  const where =
    seals === 'broker' ? ({ kind: 'broker' } as const) : seals === undefined ? undefined : ({ kind: 'file', file: seals } as const);
  return { json, ...(where ? { seals: where } : {}), ...(ref.success ? { agency: ref.data } : {}) };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (fault) {
    throw new Refused(`${fault instanceof Error ? fault.message : String(fault)}\n${usage}`);
  }
}
