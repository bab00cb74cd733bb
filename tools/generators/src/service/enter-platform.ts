import ts from 'typescript';
import type { Name } from '../names.ts';
import { appending, insert, Source } from '../source.ts';
import { type Changes, GeneratorFault, type Workspace } from '../workspace.ts';

const manifest = 'tools/engines/src/manifest.ts';
const realm = 'infra/keycloak/realm.json';
const portal = 'apps/portal/src/service-names.ts';

/** Enters a service wherever it is named by hand: the manifest, from which all else follows; the realm's clients; and the portal. */
export const enterPlatform = (workspace: Workspace, context: Name): Changes => ({
  [manifest]: withService(workspace.get(manifest), context),
  [realm]: withAudience(workspace.get(realm), context),
  [portal]: withName(workspace.get(portal), context),
});

function withService(text: string, { kebab }: Name): string {
  const { value } = new Source(manifest, text).getConstant('services');
  if (!ts.isObjectLiteralExpression(value)) throw new GeneratorFault(`services in ${manifest} must be a table: { projects: { … }, … }`);
  const ports = [...value.getText().matchAll(/port: (\d+)/g)].map(([, port]) => Number(port));
  return insert(text, [appending(value.properties, `'${kebab}': { port: ${Math.max(...ports) + 1}, keeps: 'documents' }`)]);
}

function withName(text: string, { kebab }: Name): string {
  const { value } = new Source(portal, text).getConstant('serviceNames');
  if (!ts.isArrayLiteralExpression(value)) throw new GeneratorFault(`serviceNames in ${portal} must be a list: ['projects', …] as const`);
  return insert(text, [appending(value.elements, `'${kebab}'`)]);
}

interface Mapper {
  readonly name: string;
  readonly config: Readonly<Record<string, string>>;
}
interface Client {
  readonly clientId: string;
  readonly name: string;
  readonly bearerOnly?: boolean;
  readonly protocolMappers?: readonly Mapper[];
}

// A client that only checks tokens, and its audience in the tokens of every client that logs people in: both as the last service has them.
function withAudience(text: string, { kebab, pascal }: Name): string {
  const whole = JSON.parse(text) as { clients: Client[] };
  const audience = `xietong-${kebab}`;
  const clients = whole.clients.map((client) => ({ ...client, ...mappersWith(client, audience) }));
  const last = clients.findLast(({ bearerOnly }) => bearerOnly);
  if (!last) throw new GeneratorFault(`${realm} must have a client that is bearerOnly, such as xietong-projects`);
  return JSON.stringify({ ...whole, clients: [...clients, { ...last, clientId: audience, name: pascal }] }, null, 2);
}

function mappersWith({ protocolMappers }: Client, audience: string): Partial<Client> {
  const place = protocolMappers?.findLastIndex(({ name }) => name.startsWith('audience ')) ?? -1;
  const last = protocolMappers?.[place];
  if (!protocolMappers || !last) return {};
  const added = { ...last, name: `audience ${audience}`, config: { ...last.config, 'included.client.audience': audience } };
  return { protocolMappers: protocolMappers.toSpliced(place + 1, 0, added) };
}
