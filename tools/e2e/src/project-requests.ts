import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { projectsUrl, type Username } from './platform-access.ts';
import { type Answer, askAs, read } from './requests.ts';

/** What every answer about one project has. */
export const Project = z.looseObject({ id: z.string(), version: z.int(), status: z.string(), number: z.string() });

export const collection = `${projectsUrl}/v1/projects`;

type Headers = Readonly<Record<string, string>>;

const participation = (no: number, role: 'lead' | 'partner', region: string, cents: number) => ({
  no,
  organisation: { name: `Participant ${no} of ${region}`, region },
  role,
  amount: { amount: cents, currency: 'EUR' },
});

/** A project that nobody has registered yet: led from Oslo, with a partner in Viken, signed in 2011, a year without grants. */
export const newProject = (changes: object = {}) => ({
  number: `E2E-${randomUUID()}`,
  title: 'A project of the end-to-end tests',
  signedOn: '2011-05-17',
  participants: [participation(1, 'lead', 'NO-03', 1_000_00), participation(2, 'partner', 'NO-30', 250_05)],
  ...changes,
});

/** The participants after a correction: the partner is in Vestland, and gets less. */
export const correctedParticipants = [participation(1, 'lead', 'NO-03', 1_000_00), participation(2, 'partner', 'NO-46', 200_07)];

/** Sends a `register`; a header given replaces that of the same name. */
export const register = (username: Username, input: object, headers: Headers = {}): Promise<Answer> =>
  post(username, collection, input, headers);

/** Sends a command in its address's form (`set-plan`), whatever the version; a header given replaces that of the same name. */
export const command = (username: Username, id: string, name: string, input: object = {}, headers: Headers = {}): Promise<Answer> =>
  post(username, `${collection}/${id}/${name}`, input, { 'if-match': '*', ...headers });

export const readProject = (username: Username, id: string): Promise<Answer> => askAs(username, `${collection}/${id}`);

const Page = z.strictObject({
  items: z.array(z.looseObject({ id: z.string(), registrar: z.string() })),
  count: z.int(),
  next: z.string().optional(),
});

/** Every project that a list shows, page by page, and how many it says there are; `asks` says who is asking. */
export async function listProjects(asks: (url: string) => Promise<Answer>, filter: Readonly<Record<string, string>> = {}) {
  const items: z.output<typeof Page>['items'] = [];
  let after: string | undefined;
  for (;;) {
    const asked = new URLSearchParams({ ...filter, limit: '200', count: 'true', ...(after !== undefined && { after }) });
    const page = read(Page, await asks(`${collection}?${asked}`));
    items.push(...page.items);
    if (page.next === undefined) return { items, count: page.count };
    after = page.next;
  }
}

function post(username: Username, url: string, input: object, headers: Headers): Promise<Answer> {
  const all = { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers };
  return askAs(username, url, { method: 'POST', headers: all, body: JSON.stringify(input) });
}
