import { join } from 'node:path';
import { services } from '@xietong/engines';
import { workspaceAt } from '../workspace.ts';
import { planService } from './plan-service.ts';

const workspace = workspaceAt(join(import.meta.dirname, '..', '..', '..', '..'));

test('a service is an app, its contract, and a word each in the lint rules, the manifest, the realm and the edge', () => {
  const changes = planService(workspace, { context: 'lending', aggregate: 'loan' });
  const elsewhere = Object.keys(changes).filter((path) => !path.startsWith('apps/lending/') && !path.startsWith('libs/contracts/lending/'));
  expect(elsewhere.sort()).toEqual([
    'apps/portal/src/service-names.ts',
    'eslint.config.mjs',
    'infra/keycloak/realm.json',
    'tools/engines/src/manifest.ts',
  ]);
  expect(changes['eslint.config.mjs']).toBe(workspace.get('eslint.config.mjs').replace(/(const contexts = \[.*)\]/, "$1, 'lending']"));
});

test('it gets the port after the others, a place behind the edge, and its audience in every token that carries that of projects', () => {
  const changes = planService(workspace, { context: 'lending', aggregate: 'loan' });
  expect(changes['tools/engines/src/manifest.ts']).toContain(
    `'lending': { port: ${Math.max(...Object.values(services).map(({ port }) => port)) + 1}, keeps: 'documents' }`,
  );
  expect(changes['apps/portal/src/service-names.ts']).toMatch(/serviceNames = \['projects', .*, 'lending'\] as const/);
  const { clients } = JSON.parse(changes['infra/keycloak/realm.json'] ?? '{}') as {
    clients: { clientId: string; bearerOnly?: boolean; protocolMappers?: { name: string; config: Record<string, string> }[] }[];
  };
  expect(clients.find(({ clientId }) => clientId === 'xietong-lending')).toMatchObject({ bearerOnly: true });
  const audiences = clients.map(({ protocolMappers = [] }) => protocolMappers.map(({ config }) => config['included.client.audience']));
  expect(audiences.filter((each) => each.includes('xietong-projects') !== each.includes('xietong-lending'))).toEqual([]);
});

test('an article is as English has it', () => {
  const texts = Object.values(planService(workspace, { context: 'lending', aggregate: 'offer' })).join('\n');
  expect(texts).toContain('/** An offer as it is stored');
  expect(texts).toContain('of an offer that was never registered');
  expect(texts).not.toMatch(/\ba offer/i);
});

test('nothing of a template is left in what it makes', () => {
  const changes = planService(workspace, { context: 'lending', aggregate: 'loan' });
  expect(Object.entries(changes).filter(([path, text]) => /__[a-zA-Z]+__/.test(path + text))).toEqual([]);
});

test.each([
  ['loan', undefined],
  ['facility', "collection: 'facilities'"],
  ['survey', undefined],
  ['patent-search', "collection: 'patent-searches'"],
  ['address', "collection: 'addresses'"],
])('the plural of %s is as English has it', (aggregate, declared) => {
  const text = planService(workspace, { context: 'lending', aggregate })[`apps/lending/src/${aggregate}/${aggregate}.ts`] ?? '';
  expect(/collection: '[^']*'/.exec(text)?.[0]).toBe(declared);
});

test.each([
  ['projects', 'loan', "'projects' is taken: a package or a scope has that name"],
  ['kernel', 'loan', "'kernel' is taken: a package or a scope has that name"],
  ['engines', 'loan', "'engines' is taken: a package or a scope has that name"],
  ['shared', 'loan', "'shared' is taken: a package or a scope has that name"],
  ['contracts-lending', 'loan', "'contracts-lending' is taken: a package or a scope has that name"],
  ['Lending', 'loan', "'Lending' is no name for a context"],
  ['lending', 'Loan', "'Loan' is no name for an aggregate"],
  ['lending', 'event', "'event' already means something in every service"],
  ['run', 'loan', "'run' already means something in every service"],
  ['lending', 'class', "'class' is no name for an aggregate: TypeScript keeps the word for itself"],
])('%s with %s is refused in a sentence', (context, aggregate, sentence) => {
  expect(() => planService(workspace, { context, aggregate })).toThrow(sentence);
});
