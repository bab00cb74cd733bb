import type { Instant, LocalDate, RegionCode } from '@xietong/domain';
import fc from 'fast-check';
import { applicationMetrics } from '../metrics/application-metrics.ts';
import { courseMetrics } from '../metrics/course-metrics.ts';
import { outcomeMetrics } from '../metrics/outcome-metrics.ts';
import type { Question } from '../metrics/question.ts';
import { questionsOf } from './arbitrary-history.ts';
import type { SpecPublished } from './published-events.ts';

interface Party {
  readonly role: string;
  readonly organisation: { readonly region?: RegionCode | undefined };
}

/** What of the data of events figures ask for; each event has its own part of it, and more. */
interface ProgrammeData {
  readonly content?: { readonly area: string; readonly parties: readonly Party[] };
  readonly countedFrom?: LocalDate;
  readonly late?: boolean;
  readonly usedWorkingDays?: number | undefined;
  readonly participants?: readonly Party[];
  readonly signedOn?: LocalDate;
  readonly field?: string | undefined;
  readonly on?: LocalDate;
  readonly plannedBasisPoints?: number;
  readonly actualBasisPoints?: number;
  readonly acceptedOn?: LocalDate;
  readonly no?: number;
  readonly revenue?: { readonly amount: number; readonly currency: string };
  readonly jobs?: number;
  readonly co2SavedKg?: number;
}

/** One event of a life as a spec writes it. */
export interface ProgrammeEvent extends SpecPublished {
  readonly data: ProgrammeData;
  readonly time: Instant;
}
type Step = Pick<ProgrammeEvent, 'type' | 'data'>;

const regions: RegionCode[] = ['CN-331082', 'CN-331002', 'CN-310115', 'CN-331021', 'CN-33', 'NO-03', 'NO-30'];
const day = fc
  .record({ year: fc.integer({ min: 2015, max: 2020 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
  .map((date) => `${date.year}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}` as LocalDate);
// Also late in the evening of Greenwich, when it is tomorrow at the agency.
const time = fc.tuple(day, fc.constantFrom('08:00:00.000Z', '23:30:00.000Z')).map(([date, clock]) => `${date}T${clock}` as Instant);
const field = fc.constantFrom('smart-manufacturing', 'ocean');
const reason = 'as it was found';
const instant = '2026-04-22T16:00:00.000Z';

const step = (type: string, data: fc.Arbitrary<ProgrammeData & Readonly<Record<string, unknown>>>): fc.Arbitrary<Step> =>
  data.map((each) => ({ type, data: each }));

const content = fc.record({ area: field, region: fc.constantFrom(...regions) }).map(({ area, region }) => ({
  title: 'A line',
  area,
  summary: 'of machines',
  goals: 'that run',
  parties: (['NO-03', region] as const).map((where, place) => ({
    role: place === 0 ? 'partner' : 'lead',
    organisation: { id: 'NO-ORGNR:919303808', name: 'SINTEF AS', region: where, kind: 'institute' },
    shareBasisPoints: 5000,
    tasks: 'a half',
  })),
  budget: { amount: 100, currency: 'CNY' },
  startsOn: '2026-07-01',
  endsOn: '2028-06-30',
}));
const submitted = step(
  'application.submitted',
  fc.record({
    content,
    countedFrom: day,
    usedWorkingDays: fc.nat(5),
    remindAt: fc.constant(instant),
    decideBy: fc.constant(instant),
    provisional: fc.boolean(),
  }),
);
// Early decisions do not say how many working days they took.
const timeOfDecision = { late: fc.boolean(), usedWorkingDays: fc.option(fc.nat(60), { freq: 3, nil: undefined }) };
const decision = fc.oneof(
  step('application.approved', fc.record({ granted: fc.constant({ amount: 1, currency: 'CNY' }), ...timeOfDecision })),
  step('application.refused', fc.record({ reason: fc.constant(reason), ...timeOfDecision })),
  step('application.declared-ineligible', fc.constant({ reason })),
);
const applicationLife = fc
  .record({ submissions: fc.array(submitted, { minLength: 1, maxLength: 2 }), decisions: fc.array(decision, { maxLength: 1 }) })
  .map(({ submissions, decisions }) => [...submissions, ...decisions]);

const participants = fc
  .record({ region: fc.option(fc.constantFrom(...regions), { freq: 5, nil: undefined }), lead: fc.boolean() })
  .map(({ region, lead }) => [
    { no: 1, organisation: { name: 'A partner', region: 'NO-30' as const }, role: 'partner', amount: { amount: 1, currency: 'EUR' } },
    { no: 2, organisation: { name: 'Another', region }, role: lead ? 'lead' : 'partner', amount: { amount: 2, currency: 'EUR' } },
  ]);
const registered = step(
  'project.registered',
  fc.record({
    registrar: fc.constant('NO-03/rcn'),
    number: fc.constant('1'),
    title: fc.constant('A line'),
    field: fc.option(field, { freq: 3, nil: undefined }),
    signedOn: day,
    participants,
  }),
);
const basisPoints = fc.integer({ min: 0, max: 10_000 });
const standing = { on: day, plannedBasisPoints: basisPoints, actualBasisPoints: basisPoints };
const onTheWay = fc.oneof(
  step('project.participants-amended', fc.record({ signedOn: day, participants, reason: fc.constant(reason) })),
  step('project.plan-set', fc.constant({ milestones: [{ no: 1, title: 'All', due: '2026-01-01', weightPercent: 100 }] })),
  step('project.progress-reported', fc.record({ ...standing, milestones: fc.constant([]) })),
  step('project.warned', fc.record({ ...standing, answerBy: fc.constant(instant) })),
  step('project.warning-answered', fc.record({ cause: fc.constant('ice'), measures: fc.constant('salt'), late: fc.boolean() })),
  step('project.warning-escalated', fc.constant({ answerBy: instant })),
  step('project.assisted', fc.record({ no: fc.integer({ min: 1, max: 3 }), kind: fc.constant('funds'), measures: fc.constant('salt') })),
  step('project.suspended', fc.constant({ reason })),
  step('project.resumed', fc.constant({})),
);
const end = fc.oneof(
  step('project.exited', fc.constant({ reason })),
  step('project.completed', fc.constant({})),
  step(
    'project.accepted',
    fc.record({
      acceptor: fc.constant('NO-ORGNR:919303808'),
      finding: fc.constant('done'),
      acceptedOn: day,
      followUps: fc.constant([]),
    }),
  ),
);
const followedUp = step(
  'project.followed-up',
  fc.record({
    no: fc.integer({ min: 1, max: 3 }),
    revenue: fc.record({ amount: fc.nat(1_000_000), currency: fc.constantFrom('CNY', 'EUR') }),
    jobs: fc.nat(50),
    co2SavedKg: fc.integer({ min: -5000, max: 90_000 }),
    inUse: fc.boolean(),
    late: fc.boolean(),
  }),
);
const projectLife = fc
  .record({
    begin: registered,
    way: fc.array(onTheWay, { maxLength: 6 }),
    ends: fc.array(end, { maxLength: 1 }),
    after: fc.array(followedUp, { maxLength: 3 }),
  })
  .map(({ begin, way, ends, after }) => [begin, ...way, ...ends, ...after]);

/** The lives of applications and projects, each event with its time, oldest first. The figures do not ask whether a life makes sense. */
export const programmes: fc.Arbitrary<ProgrammeEvent[][]> = fc
  .array(
    fc.oneof(applicationLife, projectLife).chain((life) => fc.tuple(...life.map((each) => time.map((at) => ({ ...each, time: at }))))),
    { minLength: 1, maxLength: 10 },
  )
  .map((lives) => lives.map((life, place) => life.map((each, version) => ({ ...each, id: String(place), version: version + 1 }))));

const metrics = [...applicationMetrics, ...courseMetrics, ...outcomeMetrics];

/** A question to each of six metrics over measurements: any breakdown in any order, any filters. */
export const programmeQuestions: fc.Arbitrary<Question[]> = fc
  .shuffledSubarray(metrics, { minLength: 6, maxLength: 6 })
  .chain((chosen) => fc.tuple(...chosen.map(questionsOf)));
