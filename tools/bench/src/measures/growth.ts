import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose, { type mongo } from 'mongoose';
import type { Bench, Line } from '../measure.ts';
import { type MeasuredServer, startServer } from '../measured-server.ts';
import { projectEvent } from '../project-events.ts';
import { askedQuestions, pipelines } from '../questions.ts';
import type { Growth, GrowthOrder } from '../servers/growth-server.ts';
import { figureOf } from '../statistics.ts';

const million = 1_000_000;
const projects = 100_000;
/** A million events take half a minute a round. */
const roundsMax = 3;
const asksARound = 5;

/** Ratio 9, whether the millionth event costs more than the first; and ratio 8, what ten questions of them take, here and in MongoDB. */
export async function measureGrowth(bench: Bench): Promise<Line[]> {
  const rounds: Awaited<ReturnType<typeof measureRound>>[] = [];
  for (let round = 1; round <= Math.min(bench.rounds, roundsMax); round += 1) {
    bench.report(`growth: a million events, round ${round}`);
    rounds.push(await measureRound());
  }
  const asked = rounds.flatMap(({ times }) => times);
  const middle = askedQuestions.map((_, i) => figureOf(asked.map((times) => times[i] as number)));
  bench.report('growth: the same questions in MongoDB');
  const inMongo = await askMongo(bench);
  const of = (value: (round: { first: Growth; last: Growth }) => number) => figureOf(rounds.map(value));
  return [
    {
      id: '9',
      what: 'CPU an event, the last 100,000 of a million over the first',
      unit: 'ratio',
      figure: of(({ first, last }) => last.cpuMicrosPerEvent / first.cpuMicrosPerEvent),
      goal: { atMost: 1.05 },
    },
    {
      id: '9',
      what: 'resident memory at a million events over that at 100,000',
      unit: 'ratio',
      figure: of(({ first, last }) => last.residentMB / first.residentMB),
      goal: { atMost: 1.4 },
    },
    { id: '9', what: 'resident memory at 100,000 events', unit: 'MB', figure: of(({ first }) => first.residentMB) },
    { id: '9', what: 'resident memory at a million events', unit: 'MB', figure: of(({ last }) => last.residentMB) },
    { id: '9', what: 'files at 100,000 events', unit: 'MB', figure: of(({ first }) => first.fileMB) },
    { id: '9', what: 'files at a million events', unit: 'MB', figure: of(({ last }) => last.fileMB) },
    { id: '9', what: 'counting a million events again', unit: 's', figure: figureOf(rounds.map(({ seconds }) => seconds)) },
    ...askedQuestions.map((question, i): Line => ({
      id: '9',
      what: `at a million events: ${nameOf(question)}`,
      unit: 'ms',
      figure: middle[i] as Line['figure'],
      goal: { atMost: 50 },
    })),
    {
      id: '8',
      what: 'ten questions at a million events, MongoDB over DuckDB, time',
      unit: 'ratio',
      figure: figureOf(inMongo.map((ms, i) => ms / (middle[i]?.median ?? 0))),
      goal: { atLeast: 30 },
    },
  ];
}

const nameOf = (question: object): string =>
  Object.entries(question)
    .map(([name, value]) => (name === 'metric' ? value : `${name} ${value}`))
    .join(', ');

async function measureRound() {
  await inNewFile((server) => server.ask('grow'), 10_000);
  return inNewFile(async (server) => {
    const grown: Growth[] = [];
    while ((grown.at(-1)?.events ?? 0) < million) grown.push(await server.ask<Growth>('grow'));
    const times: number[][] = [];
    for (let i = 0; i < asksARound; i += 1) times.push(await server.ask<number[]>('ask'));
    const seconds = grown.reduce((sum, each) => sum + each.seconds, 0);
    return { first: grown[0] as Growth, last: grown.at(-1) as Growth, seconds, times };
  }, projects);
}

async function inNewFile<Result>(work: (server: MeasuredServer) => Promise<Result>, of: number): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'xietong-bench-growth-'));
  const order: GrowthOrder = { folder, projects: of };
  const server = await startServer('growth-server.ts', { BENCH_GROWTH: JSON.stringify(order) });
  try {
    return await work(server);
  } finally {
    await server.end();
    rmSync(folder, { recursive: true });
  }
}

interface Statement {
  readonly aggregate: number;
  readonly version: number;
  readonly year: number;
  readonly sides: readonly { readonly region: string; readonly role: string; readonly amount: number }[];
}

/** The milliseconds of each pipeline over the statements of the same million events. */
async function askMongo({ engines }: Bench): Promise<number[]> {
  const connection = await mongoose.createConnection(engines.mongo.url, { dbName: `bench-${randomUUID()}` }).asPromise();
  const statements = connection.collection('statements') as unknown as mongo.Collection<Statement>;
  for (let first = 0; first < million; first += 10_000)
    await statements.insertMany(
      Array.from({ length: 10_000 }, (_, i) => statementOf(first + i)),
      { ordered: false },
    );
  const times = [];
  for (const pipeline of pipelines) {
    const begun = performance.now();
    const rows = await statements.aggregate(pipeline, { allowDiskUse: true }).toArray();
    if (rows.length === 0) throw new Error('a question has no row in MongoDB');
    times.push(performance.now() - begun);
  }
  await connection.dropDatabase();
  await connection.close();
  return times;
}

function statementOf(n: number): Statement {
  const { data, sequence } = JSON.parse(projectEvent(n, projects, 'NO-03.growth').value) as {
    sequence: string;
    data: { signedOn: string; participants: { role: string; organisation: { region: string }; amount: { amount: number } }[] };
  };
  return {
    aggregate: n % projects,
    version: Number(sequence),
    year: Number(data.signedOn.slice(0, 4)),
    sides: data.participants.map(({ role, organisation, amount }) => ({ region: organisation.region, role, amount: amount.amount })),
  };
}
