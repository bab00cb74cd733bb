import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { AcknowledgementFile } from '../driver/acknowledgement-file.ts';
import type { Clients, Tally } from '../driver/driver.ts';
import { amendmentOf, type Order, registrationOf } from '../driver/order.ts';
import { conclude } from '../oracle/conclude.ts';
import type { Scenario } from '../scenario.ts';
import { askAtOnce, type Reply } from './ask-at-once.ts';
import type { World } from '../world/world.ts';

const sameAtOnce = 8;
const rivals = 6;

/** Sends the same command many times at once, and many commands on one version, to two instances of the service. */
export const idempotency: Scenario = {
  number: 24,
  sentence: 'of the same key at once one command is carried out, of the same If-Match one wins; every refusal says which it is',
  async run(world) {
    const instances = [await world.service('projects'), await world.service('projects', { name: 'projects-2' })];
    const reporting = await world.service('reporting');
    await Promise.all([...instances, reporting].map((service) => service.start()));
    const urls = instances.map(({ url }) => url);
    const file = new AcknowledgementFile(join(world.folder, 'acknowledged.jsonl'));
    const statuses = new Map<number, number>();
    const findings: string[] = [];
    const rounds = Math.max(10, world.stage.kills);
    for (let round = 1; round <= rounds; round += 1) {
      const seen = await playRound(world, round, urls, file);
      findings.push(...seen.findings);
      for (const { status } of seen.replies) statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (round % 50 === 0) world.report(`${round} of ${rounds} rounds`);
    }
    const concluded = await conclude(world, { driver: heard(file), projects: instances, reporting });
    const of = (status: number): number => statuses.get(status) ?? 0;
    return {
      findings: [...findings, ...concluded.findings],
      bites: { rounds, 'in flight 409': of(409), 'stale 412': of(412), 'key reused 422': of(422), 'if-match missing 428': of(428) },
      mustBite: ['in flight 409', 'stale 412', 'key reused 422', 'if-match missing 428'],
      figures: { acknowledged: concluded.acknowledged, events: concluded.events, applied: concluded.applied },
    };
  },
};

interface Seen {
  readonly replies: readonly Reply[];
  readonly findings: readonly string[];
}

async function playRound(
  { agency, token, random }: World,
  round: number,
  urls: readonly string[],
  file: AcknowledgementFile,
): Promise<Seen> {
  const chance = random.fork(`round ${round}`);
  const ask = (orders: readonly Order[]): Promise<Reply[]> => askAtOnce(orders, urls, token);
  const create = registrationOf(agency, `r${round}`, `create-${round}`, chance);
  const created = await ask(Array.from({ length: sameAtOnce }, () => create));
  const [repeated, altered, keyless] = await ask([
    create,
    { ...create, body: { ...create.body, title: 'Another' } },
    without(create, 'key'),
  ]);
  const id = create.subject.slice('project/'.length);
  const amendments = Array.from({ length: rivals }, (_, n) => ({ ...amendmentOf(id, `amend-${round}-${n}`, chance), ifMatch: '"1"' }));
  const amended = await ask(amendments);
  const [unconditional] = await ask([without(amendmentOf(id, `absent-${round}`, chance), 'ifMatch')]);

  file.write({ key: create.key, subject: create.subject, version: 1, atMs: Date.now() });
  const winner = amended.findIndex(({ status }) => status === 200);
  if (winner !== -1) file.write({ key: amendments[winner]?.key ?? '', subject: create.subject, version: 2, atMs: Date.now() });
  return {
    replies: [...created, repeated, altered, keyless, ...amended, unconditional].filter((reply) => reply !== undefined),
    findings: [
      ...unlike(`round ${round}, the same create at once`, created, { 201: 'some', 409: 'any' }),
      ...unequal(
        `round ${round}`,
        [...created, repeated].filter((reply) => reply?.status === 201),
      ),
      ...unlike(`round ${round}, the create again`, [repeated], { 201: 'one' }),
      ...unlike(`round ${round}, its key with another payload`, [altered], { 422: 'one' }),
      ...unlike(`round ${round}, without a key`, [keyless], { 400: 'one' }),
      ...unlike(`round ${round}, commands on one version`, amended, { 200: 'one', 412: 'any' }),
      ...unlike(`round ${round}, without If-Match`, [unconditional], { 428: 'one' }),
    ],
  };
}

const without = (order: Order, name: 'key' | 'ifMatch'): Order => ({ ...order, [name]: '' });

type Expected = Readonly<Record<number, 'one' | 'some' | 'any'>>;

/** How these replies differ from what is allowed: statuses that may not come, or come too often or not at all; refusals of another form. */
function unlike(what: string, replies: readonly (Reply | undefined)[], expected: Expected): string[] {
  const known = replies.filter((reply) => reply !== undefined);
  const counted = Map.groupBy(known, ({ status }) => status);
  return [
    ...[...counted]
      .filter(([status]) => expected[status] === undefined)
      .map(([status, some]) => `${what}: ${some.length} answers ${status}`),
    ...Object.entries(expected)
      .filter(([status, often]) => {
        const count = counted.get(Number(status))?.length ?? 0;
        return often === 'one' ? count !== 1 : often === 'some' && count === 0;
      })
      .map(([status, often]) => `${what}: ${counted.get(Number(status))?.length ?? 0} answers ${status}, ${often} expected`),
    ...known
      .filter(({ status, isProblem }) => status >= 400 && !isProblem)
      .map(({ status }) => `${what}: ${status} is no RFC 9457 problem`),
  ];
}

function unequal(what: string, replies: readonly (Reply | undefined)[]): string[] {
  const [first, ...rest] = replies;
  return rest.every((reply) => isDeepStrictEqual(reply?.body, first?.body)) ? [] : [`${what}: the same key was answered differently`];
}

/** What the oracle needs to know of those who gave these commands. */
const heard = (file: AcknowledgementFile): Clients => ({
  stop: () => Promise.resolve(),
  acknowledgements: () => file.read(),
  tally: { answers: {}, retries: 0, replays: 0, refusals: [] } satisfies Tally,
});
