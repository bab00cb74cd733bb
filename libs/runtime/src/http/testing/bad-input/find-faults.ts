import { spoil } from '@xietong/testing';
import type { TokenIssuer } from '../token-issuer.ts';
import { isForAnyone } from '../../routes.ts';
import { wrongTokensOf } from '../wrong-tokens.ts';
import { type Door, people } from './doors.ts';
import { faultsOf, send, type Answer } from './send.ts';
import type { TriedService } from './tried-service.ts';

/** A service that is tried, its routes, and an identity provider that it trusts. */
export interface Trial {
  readonly tried: TriedService;
  readonly doors: readonly Door[];
  readonly issuer: TokenIssuer;
  /** Documents that are there, of `people.owner`, by collection. */
  readonly ids: Readonly<Record<string, string>>;
  /** Collections that everyone may read, on purpose. */
  readonly openToAll: readonly string[];
}

const named = ({ route: { method, path } }: Door, how: string, faults: readonly string[]) =>
  faults.map((fault) => `${method} ${path}, ${how}: ${fault}`);

export const tokenOf = (issuer: TokenIssuer, { id, roles, agency, org }: (typeof people)['owner'], claims = {}): Promise<string> => {
  const [region, name] = (agency ?? '').split('/');
  return issuer.sign({ sub: id, roles: [...roles], region, agency: name, org, ...claims });
};

const idOf = ({ ids }: Trial, { route }: Door): string | undefined => ('aggregate' in route ? ids[route.aggregate.collection] : undefined);
const withId = (trial: Trial, door: Door) => {
  const id = idOf(trial, door);
  return id === undefined ? {} : { id };
};

const isOpenToAll = ({ openToAll }: Trial, { route }: Door): boolean =>
  route.method === 'GET' && 'aggregate' in route && openToAll.includes(route.aggregate.collection);

/** Check 17: the refusals of every route to every wrong token, and to each role that may not use it. */
export async function findTokenFaults({ tried, doors, issuer, ...rest }: Trial): Promise<string[]> {
  const { owner } = people;
  const [region, agency] = (owner.agency ?? '').split('/');
  const wrong = { 'no token': async () => undefined, ...wrongTokensOf(issuer, { roles: [...owner.roles], region, agency }) };
  const found: string[] = [];
  for (const [how, make] of Object.entries(wrong)) {
    const token = await make();
    for (const door of token === undefined ? doors.filter(({ route }) => !isForAnyone(route)) : doors) {
      const answer = await send(tried.url, door, {
        ...(token === undefined ? {} : { token }),
        ...withId({ tried, doors, issuer, ...rest }, door),
      });
      found.push(...named(door, how, faultsOf(answer, [401], token === undefined ? [] : [token])));
    }
  }
  for (const role of [...owner.roles, 'nobody']) {
    const token = await tokenOf(issuer, owner, { roles: [role] });
    for (const door of doors.filter(({ route }) => !isForAnyone(route) && !route.roles.some((allowed) => allowed === role))) {
      found.push(...named(door, `as ${role}`, faultsOf(await send(tried.url, door, { token }), [403])));
    }
  }
  return [...found, ...tried.takePassed().map((passed) => `a refused request came through to ${passed}`)];
}

/** Check 18: what strangers see of a document, and can do to it, on every route of its aggregate. */
export async function findTenancyFaults(trial: Trial): Promise<string[]> {
  const { tried, doors, issuer, ids } = trial;
  const found: string[] = [];
  for (const [who, stranger] of Object.entries({ neighbour: people.neighbour, abroad: people.abroad })) {
    const token = await tokenOf(issuer, stranger);
    const isTried = (door: Door) => idOf(trial, door) !== undefined && door.route.kind !== 'create' && !isOpenToAll(trial, door);
    for (const door of doors.filter(isTried)) {
      const search = door.route.kind === 'list' ? '?count=true' : '';
      const answer = await send(tried.url, door, { token, search, ...withId(trial, door) });
      const isListed =
        door.route.kind === 'list'
          ? answer.status === 200 && answer.text === '{"items":[],"count":0}'
            ? []
            : ['lists or counts it']
          : faultsOf(answer, [403, 404]);
      const shows = Object.values(ids).some((id) => answer.text.includes(id)) ? ['shows its id'] : [];
      found.push(...named(door, who, [...isListed, ...shows]));
    }
  }
  tried.takePassed();
  return found;
}

// What no query knows, and what the store or the language would take for an instruction.
const strangeParameters = ['$where=1', '__proto__=1', 'constructor=1', 'registrar=NO-03/rcn', 'role=director', 'audience=public', '_id=1'];

function wrongSearches({ parameters }: Door): string[] {
  const ofEach = parameters.flatMap(({ name, schema }) => [
    `${name}[$ne]=a`,
    `${name}[]=a`,
    `${name}=a&${name}=b`,
    ...(schema.enum || schema.type === 'integer' ? [`${name}={"$ne":null}`] : []),
    ...(schema.type === 'integer' ? [`${name}=100000000`, `${name}=-1`, `${name}=`] : []),
  ]);
  return [...strangeParameters, ...ofEach].map((search) => `?${encodeURI(search)}`);
}

/** Check 19: a body spoiled at each of its fields, and each query parameter spoiled; nothing comes through to a rule or a query. */
export async function findInputFaults(trial: Trial): Promise<string[]> {
  const { tried, doors, issuer } = trial;
  const token = await tokenOf(issuer, people.owner);
  const found: string[] = [];
  const note = (door: Door, how: string, answer: Answer, wanted: number[], field = '') => {
    const unnamed = answer.status === 422 && field !== '' && !answer.problem.errors?.some((error) => isAbout(error.field, field));
    const passed = tried.takePassed().map((what) => `came through to ${what}`);
    found.push(...named(door, how, [...faultsOf(answer, wanted, [token]), ...(unnamed ? [`does not name ${field}`] : []), ...passed]));
  };
  for (const door of doors) {
    const { schema, right } = door;
    if (!schema || !right) {
      if (!['list', 'deadlines', 'query'].includes(door.route.kind)) continue;
      for (const search of wrongSearches(door)) note(door, search, await send(tried.url, door, { token, search }), [400]);
      continue;
    }
    for (const { how, field, text, isInstruction } of spoil(right)) {
      if (!isInstruction && schema.safeParse(JSON.parse(text)).success) continue;
      const wanted = isInstruction || !/^[[{]/.test(text) ? 400 : 422;
      note(door, how, await send(tried.url, door, { token, body: text, ...withId(trial, door) }), [wanted], field);
    }
  }
  return found;
}

// A union names the field that decides between its members, and a list its own place.
const isAbout = (named: string, field: string) =>
  named === field || named.startsWith(`${field}.`) || field.startsWith(`${named}.`) || named === '';

const long = 20_000;
// Texts on which a pattern that can match one text in many ways does not come to an end.
const catastrophic = [
  `${'a'.repeat(long)}!`,
  `${'0'.repeat(long)}x`,
  `${' '.repeat(long)}x`,
  `NO-ORGNR:${'\t'.repeat(long)}`,
  `${'a.'.repeat(long)}@`,
];

/** Check 20: what is too large, too deep or too long; a service that cannot cope does not answer in the time that a test has. */
export async function findLimitFaults(trial: Trial): Promise<string[]> {
  const { tried, doors, issuer } = trial;
  const token = await tokenOf(issuer, people.owner);
  const found: string[] = [];
  const expect = async (door: Door, how: string, sent: object, wanted: number[]) => {
    const answer = await send(tried.url, door, { token, ...withId(trial, door), ...sent });
    const passed = tried.takePassed().map((what) => `came through to ${what}`);
    found.push(...named(door, how, [...faultsOf(answer, wanted), ...passed]));
  };
  for (const door of doors) {
    const { schema, right } = door;
    if (['list', 'deadlines', 'query'].includes(door.route.kind)) {
      await expect(door, 'a query of 10,000 signs', { search: `?a=${'x'.repeat(10_000)}` }, [414]);
    }
    if (!schema || !right) continue;
    await expect(door, 'a body of 10 MB', { body: `{"text":"${'x'.repeat(10_000_000)}"}` }, [413]);
    await expect(door, 'JSON that is deep', { body: `{"deep":${'['.repeat(100_000)}${']'.repeat(100_000)}}` }, [400]);
    for (const field of Object.keys(right).filter((name) => typeof right[name as never] === 'string')) {
      for (const text of catastrophic) {
        const body = { ...right, [field]: text };
        if (!schema.safeParse(body).success) await expect(door, `${field} of ${text.length} signs`, { body: JSON.stringify(body) }, [422]);
      }
    }
  }
  return found;
}
