import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Collection, collectionsOf, type ServiceDescription } from '../description/description.ts';

const apps = join(import.meta.dirname, '../../../../..');

/** The services whose descriptions are kept and reviewed. */
export const goldenContexts = (): readonly string[] =>
  readdirSync(apps).filter((app) => existsSync(join(apps, app, 'golden/openapi.json')));

const read = <Answer>(context: string, file: string): Answer =>
  JSON.parse(readFileSync(join(apps, context, 'golden', file), 'utf8')) as Answer;

/** The collections of a service as its reviewed description has them. */
export const goldenCollections = (context: string): readonly Collection[] =>
  collectionsOf(context, read<ServiceDescription>(context, 'openapi.json'));

/** Whether a service parks what it cannot apply. */
export const goldenParks = (context: string): boolean => '/v1/parked' in read<ServiceDescription>(context, 'openapi.json').paths;

/** The events that a service publishes, without service and version: `project.plan-set`. */
export const goldenEvents = (context: string): readonly string[] =>
  Object.values(
    read<{ components?: { messages?: Record<string, { title: string }> } }>(context, 'asyncapi.json').components?.messages ?? {},
  ).map(({ title }) => title);

interface ToldDeadlines {
  readonly isPersonal: boolean;
  readonly names: readonly { readonly collection: string; readonly name: string }[];
}

/** What a service says of its deadlines; undefined where it tells none. */
export const goldenDeadlines = (context: string): ToldDeadlines | undefined => {
  const route = read<ServiceDescription>(context, 'openapi.json').paths['/v1/deadlines']?.['get'];
  const item = route?.responses['200']?.content?.['application/json']?.schema?.properties?.['items']?.items;
  if (route === undefined || item === undefined) return undefined;
  const names = (item.oneOf ?? item.anyOf ?? [item]).flatMap(({ properties = {} }) =>
    (properties['deadlines']?.items?.properties?.['name']?.enum ?? []).map((name) => ({
      collection: String(properties['collection']?.const),
      name: String(name),
    })),
  );
  return { isPersonal: route.parameters?.some(({ name }) => name === 'purpose') ?? false, names };
};

/** One of them. Throws where there is none. */
export const collectionNamed = (context: string, name: string): Collection => {
  const found = goldenCollections(context).find(({ collection }) => collection === name);
  if (!found) throw new Error(`'${context}' has no collection '${name}'`);
  return found;
};
