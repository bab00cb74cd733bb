import { ApplicationContent, Assessment, FollowUp, Plan } from '@xietong/contracts-projects';
import { checkOrganisationId, isKnownRegion } from '@xietong/domain';
import fc from 'fast-check';
import { workingDaysOf } from '../compare/expected-figures.ts';
import { isReviewed, type PlannedApplication } from './applications.ts';
import { areas, applicationsOf, quotasOf } from './areas.ts';
import { days } from './moments.ts';
import { planYear, type YearPlan } from './plan-year.ts';
import { quorum } from './reviews.ts';
import { smallestYear, wholeYear, type YearSize } from './size.ts';

const whole = planYear('2022', wholeYear);
const anySize: fc.Arbitrary<YearSize> = fc
  .integer({ min: smallestYear.approved, max: 12 })
  .chain((approved) => fc.integer({ min: 3 * approved, max: 6 * approved }).map((applications) => ({ applications, approved })));
const anyYear = fc.tuple(fc.stringMatching(/^[a-z0-9]{1,8}$/), anySize).map(([seed, size]) => planYear(seed, size));
const holdsForEveryYear = (claim: (plan: YearPlan) => void): void => fc.assert(fc.property(anyYear, claim), { numRuns: 30 });

const ofFate = ({ applications }: YearPlan, kind: string, way?: string): PlannedApplication[] =>
  applications.filter(({ fate }) => fate.kind === kind && (way === undefined || ('way' in fate && fate.way === way)));

describe('the year of the demonstration', () => {
  it('has 320 applications from eight regions, of which 100 are approved', () => {
    expect(whole.applications).toHaveLength(320);
    expect(ofFate(whole, 'approved')).toHaveLength(100);
    expect(new Set(whole.applications.map(({ content }) => content.parties[0]?.organisation.region)).size).toBe(8);
  });

  it('decides on almost all within thirty working days, and on a few late', () => {
    const late = whole.applications.filter((application) => (workingDaysOf(application) ?? 0) > 30);
    expect(late.length).toBeGreaterThan(0);
    expect(late.length).toBeLessThan(10);
    expect(ofFate(whole, 'approved', 'late').every((application) => late.includes(application))).toBe(true);
  });

  it('has some of all that can go another way than planned', () => {
    const { projects, applications } = whole;
    const warnings = projects.flatMap(({ reports }) => reports.flatMap(({ warned }) => warned ?? []));
    expect({
      returned: applications.filter(({ isReturned }) => isReturned).length,
      keptOut: applications.filter(({ keptOut }) => keptOut !== undefined).length,
      voided: applications.filter(({ voided }) => voided !== undefined).length,
      upheld: applications.filter(({ objection }) => objection === 'upheld').length,
      dismissed: applications.filter(({ objection }) => objection === 'dismissed').length,
      exited: projects.filter(({ end }) => end === 'exited').length,
      unansweredInTime: warnings.filter((how) => how === 'escalated').length,
      mostAnswered: warnings.filter((how) => how === 'answered').length > 3 * warnings.filter((how) => how === 'escalated').length,
      disputed: whole.alliances.flatMap(({ statements }) => statements).filter(({ firstTax }) => firstTax !== undefined).length,
    }).toEqual({
      returned: 5,
      keptOut: 6,
      voided: 2,
      upheld: 2,
      dismissed: 4,
      exited: 2,
      unansweredInTime: 3,
      mostAnswered: true,
      disputed: 1,
    });
  });

  it('is the same for the same seed, and another for another', () => {
    expect(planYear('2022', wholeYear)).toEqual(whole);
    expect(planYear('2023', wholeYear).applications).not.toEqual(whole.applications);
  });

  it('is refused where it is too small, or where too many would be approved', () => {
    expect(() => planYear('2022', { applications: 12, approved: 3 })).toThrow('a year approves at least 4 applications');
    expect(() => planYear('2022', { applications: 299, approved: 100 })).toThrow('of 299 applications at most 99 are approved');
  });
});

describe('every year', () => {
  it('approves in each area as many as its quota, all together as many as it is to', () => {
    holdsForEveryYear((plan) => {
      const approvedIn = areas.map(({ code }) => ofFate(plan, 'approved').filter(({ content }) => content.area === code).length);
      expect(approvedIn).toEqual(quotasOf(plan.size));
      expect(approvedIn.reduce((sum, count) => sum + count, 0)).toBe(plan.size.approved);
      expect(applicationsOf(plan.size).reduce((sum, count) => sum + count, 0)).toBe(plan.applications.length);
    });
  });

  it('takes the best of each area by its reviews, the next one only where an objection freed a place', () => {
    holdsForEveryYear((plan) => {
      const sumOf = ({ reviews }: PlannedApplication): number => reviews.reduce((sum, { total }) => sum + total, 0);
      for (const { code } of areas) {
        const inArea = plan.applications.filter(({ content }) => content.area === code);
        const passed = inArea.filter(({ fate }) => fate.kind === 'refused' && fate.way === 'by-rank').map(sumOf);
        const taken = inArea.filter(({ fate }) => fate.kind === 'approved' || (fate.kind === 'refused' && fate.way !== 'by-rank'));
        expect(Math.max(...passed, 0)).toBeLessThanOrEqual(Math.min(...taken.map(sumOf), Infinity));
        const freed = inArea.filter(({ objection }) => objection === 'upheld').length;
        expect(inArea.filter(({ fate }) => fate.kind === 'approved' && fate.way === 'further')).toHaveLength(freed);
      }
    });
  });

  it('shares every budget out whole, and grants no more than was asked for', () => {
    holdsForEveryYear((plan) => {
      for (const { content, granted } of plan.applications) {
        expect(ApplicationContent.parse(content)).toEqual(content);
        expect(content.parties.reduce((sum, { shareBasisPoints }) => sum + shareBasisPoints, 0)).toBe(10_000);
        expect(granted.amount).toBeGreaterThan(0);
        expect(granted.amount).toBeLessThanOrEqual(content.budget.amount);
      }
      for (const { members } of plan.alliances) expect(members.reduce((sum, { basisPoints }) => sum + basisPoints, 0)).toBe(10_000);
    });
  });

  it('names organisations by identifiers of their own with right check characters, in regions that there are', () => {
    holdsForEveryYear(({ organisations, acceptors, roster }) => {
      const employers = new Map(roster.map(({ employer }) => [employer.organisation, employer]));
      const all = [...[...organisations, ...acceptors], ...[...employers].map(([id, { region }]) => ({ id, region }))];
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      for (const { id, region } of all) {
        expect(checkOrganisationId(id)).toEqual({ valid: true, faults: [] });
        expect(isKnownRegion(region)).toBe(true);
      }
    });
  });

  it('has every application judged by different experts of its field, none of whom advises a party', () => {
    holdsForEveryYear(({ applications, roster }) => {
      for (const { content, reviews, keptOut, voided } of applications.filter(isReviewed)) {
        expect(new Set([...reviews.map(({ expert }) => expert), voided ?? -1]).size).toBe(quorum + 1);
        const parties = content.parties.map(({ organisation }) => organisation.id);
        for (const { expert, scores, total, comment } of reviews) {
          expect(roster[expert]?.fields).toContain(content.area);
          expect(parties).not.toContain(roster[expert]?.advises);
          expect(Assessment.parse({ scores, total, comment })).toEqual({ scores, total, comment });
        }
        if (keptOut !== undefined) expect(parties).toContain(roster[keptOut]?.advises);
      }
    });
  });

  it('plans each project to its end: weights make a hundred, what is accepted is done, what stops never catches up', () => {
    holdsForEveryYear(({ projects, size }) => {
      expect(new Set(projects.map(({ number }) => number)).size).toBe(size.approved);
      for (const { milestones, reports, end, followUps } of projects) {
        expect(Plan.parse({ milestones })).toEqual({ milestones });
        expect(milestones.reduce((sum, { weightPercent }) => sum + weightPercent, 0)).toBe(100);
        const last = reports.at(-1)?.milestones.map(({ donePercent }) => donePercent) ?? [];
        expect(last.every((done) => done === 100)).toBe(end !== 'exited');
        expect(followUps.map((year) => FollowUp.parse(year))).toHaveLength(end === 'exited' ? 0 : days.followedUp.length);
      }
    });
  });

  it('goes on in time, from the day on which the roster opens to its end', () => {
    const inOrder = Object.values(days).flatMap((day) => (typeof day === 'string' ? [day] : [...day]));
    expect(inOrder.toSorted()[0]).toBe(days.rosterOpens);
    expect(inOrder.toSorted().at(-1)).toBe(days.ends);
  });
});
