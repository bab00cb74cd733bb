import type { KnownEngines, PlatformRecord } from './platform-file.ts';

/** What `npm run status -- --json` prints; without a running platform there is no portal, and no service. */
export interface Status {
  readonly portal: string | null;
  readonly services: Readonly<Record<string, string>>;
  readonly engines: KnownEngines | Record<string, never>;
}

export function toStatus(record: PlatformRecord | undefined): Status {
  const { portal, ...services } = Object.fromEntries(Object.entries(record?.services ?? {}).map(([name, { url }]) => [name, url]));
  return { portal: portal ?? null, services, engines: record?.engines ?? {} };
}

/** Is every service ready, and no engine dead? */
export const isWhole = (obstacles: Readonly<Record<string, string | undefined>>, dead: readonly string[]): boolean =>
  dead.length === 0 && Object.values(obstacles).every((obstacle) => obstacle === undefined);

/** The same for people, with what each service says of itself: `obstacles` of those that are not ready, and the titles of engines that died. */
export function renderStatus(
  record: PlatformRecord | undefined,
  obstacles: Readonly<Record<string, string | undefined>>,
  dead: readonly string[] = [],
): string {
  if (!record) return 'Nothing runs: npm start.';
  const { engines, services, block } = record;
  const words = (name: string) => (obstacles[name] === undefined ? 'ready' : `not ready: ${obstacles[name]}`);
  const rows = [
    ...Object.entries(services).map(([name, { url, process }]) => [name, `${url}  ${words(name)}  (pid ${process.pid})`]),
    ['MongoDB', engines?.mongo.url],
    ['Kafka', engines?.kafka.brokers.join(', ')],
    ['Keycloak', engines?.keycloak.url],
    ['Zipkin', engines?.zipkin?.url],
  ];
  const known = rows
    .filter(([, text]) => text !== undefined)
    .map(([name = '', text = '']) => `  ${name.padEnd(10)} ${text}${dead.includes(name) ? '  died, and is started again' : ''}`);
  const runs = isWhole(obstacles, dead) ? 'It runs.' : 'It runs, but not all of it is ready.';
  return [block ? runs : 'It is being started.', ...known].join('\n');
}
