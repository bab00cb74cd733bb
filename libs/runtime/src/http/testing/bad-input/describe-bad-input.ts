import type { Service } from '@xietong/kernel';
import { inputsOf } from '@xietong/testing';
import fc from 'fast-check';
import { keycloakGuard } from '../../../access/keycloak-guard.ts';
import { toVerified } from '../../../access/principal.ts';
import { verifier } from '../../../access/verifier.ts';
import type { HttpServiceParts } from '../../http-service.ts';
import { TokenIssuer } from '../token-issuer.ts';
import { type Door, doorsOf, people } from './doors.ts';
import { findInputFaults, findLimitFaults, findTenancyFaults, findTokenFaults, tokenOf, type Trial } from './find-faults.ts';
import { send } from './send.ts';
import { tryService, type TriedService } from './tried-service.ts';

export interface BadInputOptions {
  /** By command: an input of a create that its rule lets pass, where none is found by chance; it may name documents made before, by collection. */
  readonly inputs?: Readonly<Record<string, object | ((ids: Readonly<Record<string, string>>) => object)>>;
  /** By command: what is done to the documents made so far before that create, so that its rule lets it pass. */
  readonly before?: Readonly<Record<string, readonly Preparation[]>>;
  /** What its projections hold of other contexts, by name and id. */
  readonly records?: Readonly<Record<string, Readonly<Record<string, object>>>>;
  /** Collections that everyone may read, named on purpose: strangers are not tried on what they show. */
  readonly openToAll?: readonly string[];
}

/** One command on the document of a collection: `['projects', 'suspend', { reason }]`. */
export type Preparation = readonly [collection: string, command: string, input: object];

// What the runtime makes pseudonyms with; no secret, since nothing but a test runs with it.
const pseudonymKey = 'k'.repeat(32);

/** The pseudonym of who makes the documents. */
export const ownersPseudonym = toVerified({ sub: people.owner.id, exp: 0, iat: 0, typ: 'Bearer' }, pseudonymKey).actor.id;

const attempts = 100;
// Hundreds of requests, on a machine that has other work; only what hangs takes so long.
const hangsAfterMs = 60_000;

/** Raises the service and makes one document of each aggregate that people can make. */
export async function openTrial(
  service: Service,
  { inputs = {}, before = {}, records = {}, openToAll = [] }: BadInputOptions = {},
  replaced: Partial<HttpServiceParts> = {},
): Promise<Trial> {
  const issuer = await TokenIssuer.start();
  const verify = verifier({ issuer: issuer.url, audience: issuer.audience, pseudonymKey, log: { warn: () => undefined } });
  const guard = keycloakGuard({ issuer: issuer.url, clientId: issuer.audience });
  const tried = await tryService(service, verify, { served: Object.values(people), records }, { guard, ...replaced });
  const doors = doorsOf(service);
  const token = await tokenOf(issuer, people.owner);
  const ids: Record<string, string> = {};
  for (const door of doors) {
    if (door.route.kind !== 'create') continue;
    for (const preparation of before[door.route.command] ?? []) await prepare(tried, doors, token, ids, preparation);
    const given = inputs[door.route.command];
    ids[door.route.aggregate.collection] ??= await make(
      tried,
      door,
      token,
      given
        ? [typeof given === 'function' ? given(ids) : given]
        : fc.sample(inputsOf(door.route.row.input), { numRuns: attempts, seed: 1 }),
    );
  }
  tried.takePassed();
  return { tried, doors, issuer, ids, openToAll };
}

async function prepare(
  tried: TriedService,
  doors: readonly Door[],
  token: string,
  ids: Readonly<Record<string, string>>,
  [collection, command, input]: Preparation,
): Promise<void> {
  const door = doors.find(
    ({ route }) => route.kind === 'command' && route.aggregate.collection === collection && route.command === command,
  );
  const id = ids[collection];
  if (!door || id === undefined) throw new Error(`there is no '${command}' of a document of '${collection}' to prepare with`);
  const { status, text } = await send(tried.url, door, { token, id, body: JSON.stringify(input) });
  if (status !== 200) throw new Error(`'${command}' of '${collection}' did not prepare anything: ${text}`);
}

async function make(tried: TriedService, door: Door, token: string, inputs: readonly unknown[]): Promise<string> {
  let last = '';
  for (const input of inputs) {
    const { status, text } = await send(tried.url, door, { token, body: JSON.stringify(input) });
    if (status === 201) return (JSON.parse(text) as { id: string }).id;
    last = text;
  }
  throw new Error(`no document by ${door.route.path}: give describeBadInput an input that its rule lets pass. The last answer was ${last}`);
}

export async function closeTrial({ tried, issuer }: Trial): Promise<void> {
  await tried.stop();
  await issuer.stop();
}

/** Checks 17 to 20 on every route of the service, derived from its declaration and its OpenAPI document. */
export function describeBadInput(service: Service, options: BadInputOptions = {}): void {
  describe(`bad input to ${service.context}`, () => {
    let trial: Trial;
    let before: unknown;
    const contents = () => trial.tried.contents(Object.values(trial.ids));
    beforeAll(async () => {
      trial = await openTrial(service, options);
      before = await contents();
    }, hangsAfterMs);
    afterAll(() => closeTrial(trial));
    afterEach(async () => expect(await contents()).toEqual(before));

    test.each([
      ['no route lets a wrong token or a wrong role pass', findTokenFaults],
      ['a document is nowhere to be seen or changed for other agencies and regions', findTenancyFaults],
      ['every field and every parameter refuses what does not belong there, by its name', findInputFaults],
      ['what is too large, too deep or too long is refused', findLimitFaults],
    ])('%s', async (_, find) => expect(await find(trial)).toEqual([]), hangsAfterMs);
  });
}
