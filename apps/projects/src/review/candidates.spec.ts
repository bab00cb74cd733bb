import { type EventOf, isRefusal, type Lookup } from '@xietong/kernel';
import { lookupOver, officer, stateAfter } from '@xietong/testing';
import { Application } from '../application/application.ts';
import { drafted, lead, partnering, submitted } from '../application/example.fixture.ts';
import type { ExpertRecord } from '../experts/expert.ts';
import { registered } from '../project/example.fixture.ts';
import { Project } from '../project/project.ts';
import { answerCandidates, candidates } from './candidates.ts';
import {
  accepted,
  agency,
  applicationId,
  conflictDeclared,
  declined,
  eligibleApplication,
  expert,
  invited,
  lapsed,
  now,
  scored,
  withdrawn,
} from './example.fixture.ts';
import { Review } from './review.ts';

const stranger = 'CN-USCI:12330000470090570J' as const;
const partner = partnering.organisation.id;
const pseudonymOf = (name: string) => name.padEnd(22, '-');

interface Surroundings {
  readonly experts: Readonly<Record<string, ExpertRecord>>;
  readonly reviews?: Readonly<Record<string, object>>;
  readonly projects?: Readonly<Record<string, object>>;
  readonly application?: object;
}

const looking = ({ experts, reviews = {}, projects = {}, application = eligibleApplication }: Surroundings): Lookup =>
  lookupOver({
    documents: [
      [Application, { [applicationId]: application }],
      [Project, projects],
      [Review, reviews],
    ],
    records: { experts: Object.fromEntries(Object.entries(experts).map(([name, record]) => [pseudonymOf(name), record])) },
  });

const ask = async (around: Surroundings, query: Readonly<Record<string, string>> = {}, actor = officer(agency)) => {
  const answer = await answerCandidates(looking(around), () => now)(
    candidates.input.parse({ application: applicationId, ...query }),
    actor,
  );
  return isRefusal(answer) ? answer : candidates.output.parse(answer);
};
const listed = async (...asked: Parameters<typeof ask>) => {
  const answer = await ask(...asked);
  return 'items' in answer ? { ...answer, items: answer.items.map((item) => item.expert.replace(/-+$/, '')) } : answer;
};

const reviewOf = (name: string, application: string, ...history: EventOf<typeof Review.events>[]) => ({
  ...stateAfter(Review, [invited, ...history]),
  expert: pseudonymOf(name),
  application,
});

test('an officer sees who can be invited: experts of the area, those with the fewest reviews before them first', async () => {
  const answer = await ask({
    experts: { busy: expert, idle: expert, other: { ...expert, fields: ['biomedicine'] } },
    reviews: { 'x.busy': reviewOf('busy', 'another', accepted), 'y.busy': reviewOf('busy', 'a third') },
  });
  expect(answer).toEqual({
    application: applicationId,
    field: 'smart-manufacturing',
    inConflict: 0,
    items: [
      { expert: pseudonymOf('idle'), agency: 'CN-3301/kjj', number: 'E-017', fields: ['smart-manufacturing'], awaited: 0 },
      { expert: pseudonymOf('busy'), agency: 'CN-3301/kjj', number: 'E-017', fields: ['smart-manufacturing'], awaited: 2 },
    ],
  });
});

test('he may ask for another field than that of the application', async () => {
  const experts = { one: expert, other: { ...expert, fields: ['biomedicine', 'smart-manufacturing'] } };
  expect(await listed({ experts }, { field: 'biomedicine' })).toMatchObject({ field: 'biomedicine', items: ['other'] });
});

test('a review that is scored is awaited no more', async () => {
  const reviews = { 'x.a': reviewOf('a', 'another', accepted, scored), 'x.b': reviewOf('b', 'another') };
  const answer = await ask({ experts: { a: expert, b: expert }, reviews });
  expect('items' in answer && answer.items.map(({ awaited }) => awaited)).toEqual([0, 1]);
});

test('who is on no roster, or whose term is over, is left out', async () => {
  const experts = Object.fromEntries(
    (['registered', 'rejected', 'lapsed', 'suspended'] as const).map((status): [string, ExpertRecord] => [status, { ...expert, status }]),
  );
  const answer = await listed({ experts: { ...experts, over: { ...expert, validUntil: now }, fit: expert } });
  expect(answer).toMatchObject({ items: ['fit'], inConflict: 0 });
});

describe('who has a conflict of interest is left out, and only how many there are is told', () => {
  const affiliated = { ...expert, affiliations: [{ organisation: partner, name: 'x', region: 'CN-330106', since: '2010-01-01' }] };
  const related = { ...expert, relations: [{ organisation: lead, nature: 'family', since: '2010-01-01' }] };
  const project = stateAfter(Project, [registered]);
  const participants = [stranger, partner].map((id, place) => ({
    no: place + 1,
    organisation: { id, name: 'x' },
    role: 'partner',
    amount: { amount: 1, currency: 'EUR' },
  }));

  test.each<[string, Surroundings]>([
    ['he belongs to a party', { experts: { out: affiliated as ExpertRecord, fit: { ...expert, affiliations: [] } } }],
    ['he declared a relation to one', { experts: { out: related as ExpertRecord, fit: expert } }],
    [
      'his organisation and a party share a project',
      { experts: { out: expert, fit: { ...expert, affiliations: [] } }, projects: { shared: { ...project, participants } } },
    ],
  ])('%s', async (_, around) => {
    const answer = await listed(around);
    expect(answer).toMatchObject({ items: ['fit'], inConflict: 1 });
    expect(JSON.stringify(answer)).not.toMatch(/out|affiliation|relation|shared|USCI|ORGNR/);
  });
});

test('who was invited already is no candidate, unless it ended without a word against him', async () => {
  const histories = {
    invited: [],
    accepted: [accepted],
    scored: [accepted, scored],
    recused: [conflictDeclared],
    declined: [declined],
    withdrawn: [withdrawn],
    lapsed: [lapsed],
  };
  const reviews = Object.fromEntries(
    Object.entries(histories).map(([name, history]) => [`${applicationId}.${name}`, reviewOf(name, applicationId, ...history)]),
  );
  const answer = await ask({ experts: Object.fromEntries(Object.keys(histories).map((name) => [name, expert])), reviews });
  expect('items' in answer && answer.items.map(({ earlier }) => earlier)).toEqual([
    { review: `${applicationId}.declined`, ended: 'declined' },
    { review: `${applicationId}.lapsed`, ended: 'lapsed' },
    { review: `${applicationId}.withdrawn`, ended: 'withdrawn' },
  ]);
});

test('the pages hold everyone once, in the same order', async () => {
  const names = ['e', 'a', 'd', 'b', 'c'];
  const around = {
    experts: Object.fromEntries(names.map((name) => [name, expert])),
    reviews: { 'x.a': reviewOf('a', 'another'), 'x.d': reviewOf('d', 'another') },
  };
  const seen: string[] = [];
  for (let after: string | undefined, pages = 0; pages < 4; pages += 1) {
    const answer = await listed(around, { limit: '2', ...(after === undefined ? {} : { after }) });
    if (!('items' in answer)) throw new Error(answer.refused);
    seen.push(...answer.items);
    after = answer.next;
    if (after === undefined) break;
  }
  expect(seen).toEqual(['b', 'c', 'e', 'a', 'd']);
  expect(await ask(around, { limit: '5' })).not.toHaveProperty('next');
});

test('to the officer of another agency the application is not there', async () => {
  const asked = await ask({ experts: { fit: expert } }, {}, officer('NO-03/inn'));
  expect(asked).toEqual({ refused: 'application-unknown', details: {}, field: 'application' });
  expect(await ask({ experts: {} }, { application: 'another' })).toMatchObject({ refused: 'application-unknown' });
});

test('nobody is looked for while the application is not found eligible', async () => {
  const application = stateAfter(Application, [drafted, submitted]);
  expect(await ask({ experts: { fit: expert }, application })).toMatchObject({ refused: 'not-eligible', details: { status: 'submitted' } });
});
