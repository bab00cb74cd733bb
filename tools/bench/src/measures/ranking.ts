import type { Instant } from '@xietong/domain';
import type { AnyAggregate } from '@xietong/kernel';
import { projects } from '@xietong/projects';
import { mongoStore, type Store, writeOf } from '@xietong/runtime/parts';
import { sendLoad } from '../load.ts';
import type { Bench, Line } from '../measure.ts';
import { startServer } from '../measured-server.ts';
import { figureOf, shortRounds } from '../statistics.ts';

const applications = 320;
const reviewsEach = 5;
const questionsARound = 10;
const agency = 'NO-03/rcn';
const area = 'smart-manufacturing';
const now = '2026-01-01T00:00:00.000Z' satisfies Instant;

/** The ranking of an area with 320 applications of 5 reviews each, asked one at a time of the service on its real engines. */
export async function measureRanking({ engines, rounds, environment, token, report }: Bench): Promise<Line[]> {
  report('ranking: 320 applications with 5 reviews each');
  const call = `NO-03.rcn.ranking-${process.pid}`;
  // The service itself makes its collections ready, with their indexes, before it listens.
  const server = await startServer('ranking-server.ts', environment);
  const store = await mongoStore(engines.mongo.url, 'xietong-projects');
  await handIn(store, call);
  await store.close();
  const path = `/v1/calls/${call}/areas/${area}/ranking`;
  const asked = () => ({ method: 'GET' as const, path, headers: { authorization: `Bearer ${token}` } });
  const { replies } = await sendLoad(server.url, questionsARound, 1, asked);
  const { items } = JSON.parse(replies[0] ?? '') as { items: { reviews: number }[] };
  if (items.length !== applications || items.some(({ reviews }) => reviews !== reviewsEach))
    throw new Error('the ranking is not of all reviews');
  const times: number[] = [];
  for (let round = 0; round < shortRounds(rounds); round += 1) {
    const { seconds } = await sendLoad(server.url, questionsARound, 1, asked);
    times.push((seconds * 1000) / questionsARound);
  }
  await server.end();
  return [
    {
      id: 'ranking',
      what: 'panel ranking of 320 applications with 5 reviews each',
      unit: 'ms',
      figure: figureOf(times),
      goal: { atMost: 200 },
    },
  ];
}

/** The call, its applications and their reviews as the service keeps them; no event of them waits to be sent. */
async function handIn(store: Store, call: string): Promise<void> {
  const keep = async (name: string, documents: readonly (readonly [string, object])[]): Promise<void> => {
    const aggregate = aggregateOf(name);
    const collection = await store.collection(aggregate.collection, {
      keys: Object.keys(aggregate.keys),
      tags: Object.keys(aggregate.tags),
    });
    const verdicts = await collection.write(
      documents.map(([id, state]) => writeOf(draftOf(id, aggregate.state.parse(state) as object), aggregate, now)),
    );
    if (verdicts.some((verdict) => verdict !== 'written')) throw new Error(`not every ${name} was kept`);
  };
  const numbers = Array.from({ length: applications }, (_, n) => n);
  await keep('call', [[call, callOf(call)]]);
  await keep(
    'application',
    numbers.map((n) => [applicationId(call, n), applicationOf(call, n)]),
  );
  const numbersOfReviews = Array.from({ length: reviewsEach }, (_, no) => no);
  await keep(
    'review',
    numbers.flatMap((n) => numbersOfReviews.map((no) => [`${applicationId(call, n)}.${no}`, reviewOf(call, n, no)] as const)),
  );
}

function aggregateOf(name: string): AnyAggregate {
  const aggregate = projects.aggregates.find((each) => each.name === name);
  if (!aggregate) throw new Error(`projects has no ${name}`);
  return aggregate;
}

const draftOf = (id: string, state: object): Parameters<typeof writeOf>[0] => ({
  id,
  expected: 0,
  version: 1,
  agency,
  state,
  head: 'head',
  createdAt: now,
  updatedAt: now,
  known: [],
  receiptCount: 0,
  waiting: 0,
  events: [],
  receipts: [{ key: id, payload: 'payload', version: 1 }],
});

const axes = [
  { code: 'advancement', title: '技术先进性', weightPercent: 40 },
  { code: 'pull', title: '产业带动性', weightPercent: 35 },
  { code: 'feasibility', title: '实施可行性', weightPercent: 25 },
];
const applicationId = (call: string, n: number): string => `${call}.application-${n}`;

const callOf = (call: string) => ({
  status: 'closed',
  agency,
  number: call.slice(call.lastIndexOf('.') + 1),
  rules: '2025',
  title: 'Call for demonstration projects',
  areas: [{ code: area, title: '智能制造', quota: 40 }],
  eligibility: { kinds: [], leadRegions: [], conditions: [] },
  documents: [],
  scoring: { axes, quorum: 3, spreadMax: 25 },
  budget: { amount: 3_000_000_00, currency: 'EUR' },
  opensAt: '2025-10-01T00:00:00.000Z',
  closesAt: '2025-12-01T00:00:00.000Z',
  publicityWorkingDays: 5,
  amendments: [],
  closing: {},
});

// As long as what people write: a summary, goals and tasks of some pages.
const contentOf = (n: number) => ({
  title: `Measured application ${n}`,
  area,
  summary: '建设示范产线。'.repeat(300),
  goals: '良品率提高。'.repeat(200),
  parties: ['NO-ORGNR:919303808', 'NO-ORGNR:971035854'].map((id, place) => ({
    role: place === 0 ? 'lead' : 'partner',
    organisation: { id, name: `Organisation ${place}`, region: 'NO-03', kind: 'institute' },
    shareBasisPoints: 5000,
    tasks: '研发与验证。'.repeat(100),
  })),
  budget: { amount: 500_000_00, currency: 'EUR' },
  startsOn: '2026-06-01',
  endsOn: '2028-05-31',
});

const applicationOf = (call: string, n: number) => ({
  status: 'eligible',
  call,
  agency,
  applicant: 'NO-ORGNR:919303808',
  rules: '2025',
  content: contentOf(n),
  clock: { ...decisionTime, usedWorkingDays: 0, countedFrom: '2025-12-01', reminded: false, escalated: false },
});
const decisionTime = { remindAt: '2026-03-01T00:00:00.000Z', decideBy: '2026-04-01T00:00:00.000Z', provisional: false };

function reviewOf(call: string, n: number, no: number) {
  const points = axes.map(({ code, weightPercent }, place) => ({
    axis: code,
    points: 40 + ((n * 7 + no * 11 + place * 5) % 60),
    weightPercent,
  }));
  return {
    status: 'scored',
    application: applicationId(call, n),
    call,
    agency,
    expert: `expert-${no}`.padEnd(22, '-'),
    rules: '2025',
    axes,
    content: contentOf(n),
    scoreBy: '2026-02-01T00:00:00.000Z',
    provisional: false,
    assessment: {
      scores: points.map(({ axis, points: given }) => ({ axis, points: given })),
      total: points.reduce((total, { points: given, weightPercent }) => total + given * weightPercent, 0),
      comment: '路线清楚，数据充分。'.repeat(50),
    },
  };
}
