import { randomUUID } from 'node:crypto';
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

/** The organisation that a caller acts for. */
export const orgOf = ({ token }: Caller): string =>
  (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { org: string }).org;

/** Gives a command of the projects service. Throws with what was answered where it is not done. */
export const command = async ({ portalUrl, token }: Caller, path: string, input: object): Promise<{ id: string }> => {
  const response = await fetch(`${portalUrl}/api/projects/v1/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'if-match': '*' },
    body: JSON.stringify(input),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} is answered ${response.status} ${text}`);
  return JSON.parse(text) as { id: string };
};

const hoursFromNow = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

/** Publishes a call and takes an application through it until it is publicised; answers with its id. */
export const publicise = async (officer: Caller, applicant: Caller, title: string): Promise<string> => {
  const call = await command(officer, 'calls', {
    number: `T-${randomUUID().slice(0, 8)}`,
    title: '示范项目申报指南',
    areas: [{ code: 'smart-manufacturing', title: '智能制造', quota: 1 }],
    eligibility: { kinds: [], leadRegions: [], conditions: [] },
    documents: [],
    scoring: { axes: [{ code: 'advancement', title: '技术先进性', weightPercent: 100 }], quorum: 1, spreadMax: 100 },
    budget: { amount: 100_000_000, currency: 'CNY' },
    opensAt: hoursFromNow(-1),
    closesAt: hoursFromNow(24),
    publicityWorkingDays: 5,
  });
  const lead = { role: 'lead', shareBasisPoints: 7000, tasks: '牵头实施' };
  const partner = { role: 'partner', shareBasisPoints: 3000, tasks: 'Digital twin' };
  const { id } = await command(applicant, 'applications', {
    call: call.id,
    content: {
      title,
      area: 'smart-manufacturing',
      summary: '建设示范产线。',
      goals: '良品率提高 5%。',
      parties: [
        { ...lead, organisation: { id: orgOf(applicant), name: '临海市示范制造有限公司', region: 'CN-331082', kind: 'enterprise' } },
        { ...partner, organisation: { id: 'NO-ORGNR:919303808', name: 'SINTEF AS', region: 'NO-50', kind: 'institute' } },
      ],
      budget: { amount: 50_000_000, currency: 'CNY' },
      startsOn: '2027-01-01',
      endsOn: '2028-12-31',
    },
  });
  await command(applicant, `applications/${id}/submit`, {});
  for (const act of ['declare-eligible', 'shortlist', 'publicise']) await command(officer, `applications/${id}/${act}`, {});
  return id;
};
