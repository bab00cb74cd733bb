import { regionName } from '@xietong/domain';
import { type ServiceName, serviceNames } from '@xietong/engines';
import { demoPeople, shownPeople } from './demo-people.ts';
import type { Pair } from './first-figures.ts';

export interface FinalBlock {
  readonly urls: Readonly<Record<ServiceName | 'portal', string>>;
  readonly keycloakUrl: string;
  readonly passwords: Readonly<Record<string, string>>;
  readonly secretsFile: string;
  readonly pairs: readonly Pair[];
  /** What became of the import, in a sentence. */
  readonly imported: string;
  readonly seconds: number;
}

/** The last thing that `npm start` prints: addresses, logins, the pairs of regions with most projects together, the time taken. */
export function renderFinalBlock(block: FinalBlock): string {
  const { urls, keycloakUrl, passwords, secretsFile, pairs, imported, seconds } = block;
  const addresses: [string, string][] = [
    ['portal', urls.portal],
    ...serviceNames.map((name): [string, string] => [name, `${urls[name]}/docs`]),
    ['Keycloak', keycloakUrl],
  ];
  const logins = shownPeople.map((username): [string, string] => [username, passwords[username] ?? '']);
  return [
    rule,
    'Xietong 协同 is running.',
    '',
    ...columns(addresses),
    '',
    'Log in to the portal as',
    ...columns(logins),
    `  All ${demoPeople.length} people and their passwords: ${secretsFile}`,
    '  A bearer token for curl: npm run --silent token -- rcn-analyst',
    '',
    'Regions with most projects together',
    ...columns(pairs.map(({ a, b, projects }): [string, string] => [`${named(a)} – ${named(b)}`, `${projects}`])),
    '',
    `${imported} Ready after ${seconds.toFixed(1)} s.`,
    rule,
  ].join('\n');
}

const rule = '─'.repeat(72);

const named = (region: Pair['a']): string => `${region} ${regionName(region, 'en')}`;

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
}
