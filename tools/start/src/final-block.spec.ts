import { parseRegion } from '@xietong/domain';
import { serviceNames } from '@xietong/engines';
import { renderFinalBlock } from './final-block.ts';
import { ofServices } from './services.ts';

const pair = (a: string, b: string, projects: number) => ({ a: parseRegion(a), b: parseRegion(b), projects });

test('the last block of a start names addresses, logins, first figures and the time taken', () => {
  const block = renderFinalBlock({
    urls: { portal: 'http://127.0.0.1:4100', ...ofServices((name) => `http://127.0.0.1/${name}`) },
    keycloakUrl: 'http://127.0.0.1:8180',
    passwords: { 'rcn-analyst': 'aaa', 'rcn-officer': 'bbb', 'rcn-director': 'ccc', 'kjj-analyst': 'ddd', 'kjj-officer': 'eee' },
    secretsFile: '.xietong/secrets.json',
    pairs: [pair('NO-03', 'NO-30', 98), pair('NO-03', 'NO-50', 81)],
    imported: '1,957 projects with 2,931 participations are there (1,957 of them new).',
    seconds: 31.24,
  });
  expect(block.split('\n').slice(1, -1).join('\n')).toBe(`Xietong 协同 is running.

  portal     http://127.0.0.1:4100
${serviceNames.map((name) => `  ${name.padEnd(9)}  http://127.0.0.1/${name}/docs`).join('\n')}
  Keycloak   http://127.0.0.1:8180

Log in to the portal as
  rcn-analyst   aaa
  rcn-officer   bbb
  rcn-director  ccc
  kjj-analyst   ddd
  kjj-officer   eee
  All 32 people and their passwords: .xietong/secrets.json
  A bearer token for curl: npm run --silent token -- rcn-analyst

Regions with most projects together
  NO-03 Oslo – NO-30 Viken      98
  NO-03 Oslo – NO-50 Trøndelag  81

1,957 projects with 2,931 participations are there (1,957 of them new). Ready after 31.2 s.`);
});
