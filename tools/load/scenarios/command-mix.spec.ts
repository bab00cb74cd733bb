import { RegisterProject } from '@xietong/contracts-projects';
import { commandMix, turn } from './command-mix.ts';
import { iterationsOf, type LoadRequest } from './scenario.ts';

const run = { seed: 'abc', password: 'secret', agency: 'NO-03.inn', rate: 7, seconds: 10 };
const numbers = iterationsOf(run);

/** The projects as a service that knows nothing but versions would keep them; `send` answers the status. */
function registry() {
  const versions = new Map<string, number>();
  const keys = new Set<string>();
  const send = ({ path, headers, body }: LoadRequest): number => {
    const key = headers['idempotency-key'];
    if (key === undefined || keys.has(key)) return 422;
    keys.add(key);
    if (path === '/v1/projects') {
      const id = `${run.agency}.${RegisterProject.parse(JSON.parse(body ?? '')).number}`;
      if (versions.has(id)) return 409;
      versions.set(id, 1);
      return 201;
    }
    const id = path.split('/')[3] as string;
    const version = versions.get(id);
    if (version === undefined) return 404;
    if (headers['if-match'] !== `"${version}"`) return 412;
    versions.set(id, version + 1);
    return 200;
  };
  return { send };
}

const nameOf = ({ path }: LoadRequest): string => path.split('/')[4] ?? 'register';

describe('the mix of commands', () => {
  it('registers, reports, corrects and plans four, three, two and one times in ten', () => {
    const counted = Object.groupBy(
      numbers.slice(0, 70).map((n) => nameOf(commandMix.requestOf(n, run))),
      (name) => name,
    );
    const weights = Object.fromEntries(Object.entries(counted).map(([name, all = []]) => [name, all.length / 7]));
    expect(weights).toEqual({ register: 4, 'report-progress': 3, 'amend-participants': 2, 'set-plan': 1 });
    expect(turn).toHaveLength(10);
  });

  it('names a key of its own and the very version each project has, in whatever order iterations are answered', () => {
    const { send } = registry();
    for (const phase of commandMix.prepare(run)) for (const request of phase.toReversed()) expect(request.expects).toContain(send(request));
    for (const n of numbers.toReversed()) {
      const request = commandMix.requestOf(n, run);
      expect([n, request.expects]).toEqual([n, [send(request)]]);
    }
  });

  it('is another set of projects with another seed, and the same again with the same', () => {
    const paths = (seed: string) => numbers.map((n) => commandMix.requestOf(n, { ...run, seed }));
    expect(paths('abc')).toEqual(paths('abc'));
    const keysOf = (seed: string) => paths(seed).map(({ headers }) => headers['idempotency-key']);
    expect(new Set([...keysOf('abc'), ...keysOf('xyz')]).size).toBe(2 * numbers.length);
  });
});
