import { randomUUID } from 'node:crypto';
import { until } from '@xietong/testing';
import type { Page } from 'playwright-core';

/** Somebody who has logged in in a browser, as the API knows him. */
export interface Caller {
  readonly portalUrl: string;
  readonly token: string;
}

/** Reads the token of whoever is logged in on the page. */
export const callerOn = async (page: Page, portalUrl: string): Promise<Caller> => {
  const entry = await page.evaluate(() => Object.values(sessionStorage).find((each) => each.includes('access_token')) ?? '{}');
  return { portalUrl, token: (JSON.parse(entry) as { access_token: string }).access_token };
};

const claimsOf = ({ token }: Caller): { readonly org: string; readonly region: string; readonly agency: string } =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as ReturnType<typeof claimsOf>;

/** The organisation that a caller acts for. */
export const orgOf = (caller: Caller): string => claimsOf(caller).org;

const agencyOf = (caller: Caller): string => {
  const { region, agency } = claimsOf(caller);
  return `${region}/${agency}`;
};

/** Gives a command of the projects service, or of another. Throws with what was answered where it is not done. */
export const command = async ({ portalUrl, token }: Caller, path: string, input: object, service = 'projects'): Promise<{ id: string }> => {
  const response = await fetch(`${portalUrl}/api/${service}/v1/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'if-match': '*' },
    body: JSON.stringify(input),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} is answered ${response.status} ${text}`);
  return JSON.parse(text) as { id: string };
};

const hoursFromNow = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

/** Those who take an application to its publicity, each of the same agency. */
export interface Cast {
  readonly officer: Caller;
  readonly director: Caller;
  readonly applicant: Caller;
  readonly expert: Caller;
}

/** Publishes a call and takes an application through it until it is publicised; answers with its id. */
export const publicise = async (cast: Cast, title: string): Promise<string> => {
  const { officer, director, applicant } = cast;
  const area = 'smart-manufacturing';
  const call = await command(officer, 'calls', callFor(area));
  const { id } = await command(applicant, 'applications', { call: call.id, content: contentFor(applicant, title, area) });
  await command(applicant, `applications/${id}/submit`, {});
  await command(officer, `applications/${id}/declare-eligible`, {});
  await review(cast, id);
  await command(director, `calls/${call.id}/close`, { reason: '名额已满' });
  await command(director, 'panels', { call: call.id, area, applications: [id] });
  await until(
    'the application is on the list',
    async () => (await read(officer, `projects/v1/applications/${id}`)).status === 'shortlisted',
  );
  await command(officer, `applications/${id}/publicise`, {});
  return id;
};

/** The agency's expert, on its roster from now on if he was not yet, reviews the application. */
const review = async ({ officer, expert }: Cast, application: string): Promise<void> => {
  const pseudonym = await onRoster(officer, expert);
  // The roster is another service's: its news takes a moment.
  const inviting = () => command(officer, 'reviews', { application, expert: pseudonym });
  let invited: { readonly id: string } | undefined;
  await until('the expert can be invited', async () => {
    invited = await inviting().catch((fault: Error) =>
      /expert-(unknown|not-on-roster)/.test(fault.message) ? undefined : Promise.reject(fault),
    );
    return invited !== undefined;
  });
  await command(expert, `reviews/${invited?.id}/accept`, {});
  const scores = [{ axis: 'advancement', points: 86 }];
  await command(expert, `reviews/${invited?.id}/score`, { scores, comment: '路线清楚，数据充分' });
};

/** The pseudonym of the agency's expert, who is on its roster from now on if he was not yet. */
export const onRoster = async (officer: Caller, expert: Caller): Promise<string> => {
  // Experts are persons: whoever reads of one says what for.
  const { items } = (await ask(expert, `talent/v1/experts?purpose=${encodeURIComponent('trying the programme')}`)) as {
    items: { id: string }[];
  };
  const [known] = items;
  if (known) return known.id;
  const profile = { fields: ['smart-manufacturing'], affiliations: [], relations: [] };
  const { id } = await command(expert, 'experts', { agency: agencyOf(officer), ...profile }, 'talent');
  await command(officer, `experts/${id}/verify`, { number: 'E-001' }, 'talent');
  return id;
};

const read = async (caller: Caller, path: string) => (await ask(caller, path)) as { status: string };

/** Reads something of a service; throws with what was answered where it is not to be had. */
export const ask = async ({ portalUrl, token }: Caller, path: string): Promise<unknown> => {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${portalUrl}/api/${path}`, { headers });
  if (!response.ok) throw new Error(`${path} is answered ${response.status} ${await response.text()}`);
  return response.json();
};

/** Publishes a call that asks for these documents and drafts an application to it; answers with its id. */
export const draftApplication = async (
  officer: Caller,
  applicant: Caller,
  title: string,
  documents: readonly object[],
): Promise<string> => {
  const area = 'smart-manufacturing';
  const call = await command(officer, 'calls', { ...callFor(area), documents });
  return (await command(applicant, 'applications', { call: call.id, content: contentFor(applicant, title, area) })).id;
};

/** A call of the agency with one area and one place in it. */
export const callFor = (area: string) => ({
  number: `T-${randomUUID().slice(0, 8)}`,
  title: '示范项目申报指南',
  areas: [{ code: area, title: '智能制造', quota: 1 }],
  eligibility: { kinds: [], leadRegions: [], conditions: [] },
  documents: [],
  scoring: { axes: [{ code: 'advancement', title: '技术先进性', weightPercent: 100 }], quorum: 1, spreadMax: 100 },
  budget: { amount: 100_000_000, currency: 'CNY' },
  opensAt: hoursFromNow(-1),
  closesAt: hoursFromNow(24),
  publicityWorkingDays: 5,
});

/** What an application says, with the caller's organisation at its lead. */
export const contentFor = (applicant: Caller, title: string, area: string) => {
  const lead = { role: 'lead', shareBasisPoints: 7000, tasks: '牵头实施' };
  const partner = { role: 'partner', shareBasisPoints: 3000, tasks: 'Digital twin' };
  return {
    title,
    area,
    summary: '建设示范产线。',
    goals: '良品率提高 5%。',
    parties: [
      { ...lead, organisation: { id: orgOf(applicant), name: '临海市示范制造有限公司', region: 'CN-331082', kind: 'enterprise' } },
      { ...partner, organisation: { id: 'NO-ORGNR:919303808', name: 'SINTEF AS', region: 'NO-50', kind: 'institute' } },
    ],
    budget: { amount: 50_000_000, currency: 'CNY' },
    startsOn: '2027-01-01',
    endsOn: '2028-12-31',
  };
};
