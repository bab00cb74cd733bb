import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { RegisterProject } from '@xietong/contracts-projects';
import { z } from 'zod';
import { readProblem } from './problem.ts';
import { type Away, type Door, type Reply, request } from './projects-api.ts';

/** The service's answer to one project: it is there now (`there`: it was before, with the same content), or it is refused. */
export type Answer = { readonly kind: 'created' | 'there' } | { readonly kind: 'refused'; readonly reason: string };

/** The import cannot go on: the service is away or does not let this user in. What is registered stays registered. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped';
}

const retryDelayMsMax = 5_000;

/** The key that makes it safe to send a project again: the same for every run, so that the service answers instead of acting twice. */
export const idempotencyKeyOf = ({ number }: RegisterProject): string => `eu-grants-norway-${number}`;

/** Registers one project. While the service is away the same request is sent again, with growing pauses. Throws `ImportStopped`. */
export async function registerProject(input: RegisterProject, door: Door): Promise<Answer> {
  const { patienceMs = 60_000, firstDelayMs = 100 } = door;
  const giveUpAtMs = Date.now() + patienceMs;
  for (let delayMs = firstDelayMs; ; delayMs = Math.min(delayMs * 2, retryDelayMsMax)) {
    const answer = await tryOnce(input, door);
    if ('kind' in answer) return answer;
    if (Date.now() + delayMs > giveUpAtMs)
      throw new ImportStopped(`the projects service is away (${answer.away}); run the import again to go on`);
    // Half of the pause is by chance, so that 32 requests that failed together do not come back together.
    await wait(delayMs * (0.5 + Math.random() / 2));
  }
}

async function tryOnce(input: RegisterProject, door: Door): Promise<Answer | Away> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': idempotencyKeyOf(input) };
  const reply = await request(door, '/v1/projects', { method: 'POST', headers, body: JSON.stringify(input) });
  if ('away' in reply) return reply;
  if (reply.status === 201) return { kind: reply.headers['idempotency-replayed'] === 'true' ? 'there' : 'created' };
  const { code, words } = readProblem(reply);
  if (mayPass(reply, code)) return { away: words };
  if (isShut(reply)) throw new ImportStopped(`the projects service does not let this user register projects (${words})`);
  return code === 'already-exists' ? compareWithRegistered(input, door, words) : { kind: 'refused', reason: words };
}

const RegisteredPage = z.object({ items: z.array(z.record(z.string(), z.unknown())) });
const fields = Object.keys(RegisterProject.shape) as (keyof RegisterProject)[];

// Another officer may have registered it, or this one under another key: then only its content says whether it is the same.
async function compareWithRegistered(input: RegisterProject, door: Door, words: string): Promise<Answer | Away> {
  const reply = await request(door, `/v1/projects?${new URLSearchParams({ number: input.number })}`);
  if ('away' in reply) return reply;
  if (reply.status !== 200) return { away: readProblem(reply).words };
  const { items } = RegisteredPage.parse(JSON.parse(reply.text));
  const same = items.some((item) => fields.every((field) => isDeepStrictEqual(item[field], input[field])));
  return same
    ? { kind: 'there' }
    : { kind: 'refused', reason: `${words}, with other content: amend its participants there (tools/seed/RULES.md)` };
}

// What time alone can mend: a fault of the service, its limits, and this very request being under way after its connection broke.
const mayPass = ({ status }: Reply, code?: string): boolean => status >= 500 || status === 429 || status === 408 || code === 'in-flight';

const isShut = ({ status }: Reply): boolean => status === 401 || status === 403;
