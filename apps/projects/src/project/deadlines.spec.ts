import {
  projectFollowedUp,
  projectFollowUpReminded,
  projectSuspended,
  projectWarningAnswered,
  projectWarningEscalated,
} from '@xietong/contracts-projects';
import type { EventOf } from '@xietong/kernel';
import { stateAfter } from '@xietong/testing';
import {
  accepted,
  active,
  correction,
  followUpTimes,
  foundToCorrect,
  foundToStop,
  inAcceptance,
  registered,
  rejected,
  reportedBehind,
  reportedDone,
  warned,
} from './example.fixture.ts';
import { Project } from './project.ts';

type History = readonly EventOf<typeof Project.events>[];
const owedAfter = (history: History) => Project.deadlines?.of(stateAfter(Project, history)) ?? [];
const namesAfter = (history: History) => owedAfter(history).map(({ name, about }) => about ?? name);
const keysAfter = (history: History) => {
  const state = stateAfter(Project, history);
  return { light: Project.keys['light']?.(state), lag: Project.keys['lag']?.(state), leadRegion: Project.keys['leadRegion']?.(state) };
};
const suspended = projectSuspended({ reason: '停工 Work stands still' });
const escalated = projectWarningEscalated({ answerBy: warned.data.answerBy });
const answered = projectWarningAnswered({ cause: '供货延迟 Late parts', measures: '换供应商 Another supplier', late: true });

describe('what is owed of a project', () => {
  test('is nothing before it has a plan', () => {
    expect(owedAfter([registered])).toEqual([]);
  });

  test('is each milestone that is not done, by the end of its day at the agency', () => {
    expect(owedAfter(active)[0]).toEqual({ name: 'milestones.due', at: '2026-03-31T22:00:00.000Z', about: 'Pilot line' });
    expect(namesAfter(active)).toEqual(['Pilot line', '试点企业接入', 'Handbook']);
    expect(owedAfter([...active, reportedDone])).toEqual([]);
  });

  test('is the answer to a warning until it is given, late or not, also while the project is suspended', () => {
    expect(owedAfter([...active, reportedBehind, warned])[0]).toEqual({ name: 'warning.answerBy', at: '2026-04-03T08:00:00.000Z' });
    expect(namesAfter([...active, reportedBehind, warned, suspended])).toEqual(['warning.answerBy']);
    expect(namesAfter([...active, reportedBehind, warned, answered, suspended])).toEqual([]);
  });

  test('is what a midway evaluation wants corrected', () => {
    expect(owedAfter([...active, foundToCorrect])[0]).toEqual({ name: 'verdict.by', at: correction.overdueAt });
  });

  test('is each follow-up of an accepted project that was not given, reminded of or not', () => {
    const figures = { revenue: { amount: 1, currency: 'CNY' }, jobs: 1, co2SavedKg: 1, inUse: true } as const;
    const first = projectFollowedUp({ no: 1, late: false, ...figures });
    const second = projectFollowUpReminded(followUpTimes[1]);
    const times = followUpTimes.slice(1).map(({ overdueAt }) => ({ name: 'followUps.dueOn', at: overdueAt }));
    expect(owedAfter([...inAcceptance, accepted, first, second])).toEqual(times);
  });
});

describe('what is awaited of a project', () => {
  const awaitedAfter = (history: History) => Project.tags['awaited']?.(stateAfter(Project, history));

  test.each<[string, History, readonly string[]]>([
    ['a plan, of a new one', [registered], ['plan']],
    ['nothing but its reports, of one on its course', active, []],
    ['an answer, of one that is warned', [...active, reportedBehind, warned], ['warning-answer']],
    ['action too, once that is escalated', [...active, reportedBehind, warned, escalated], ['warning-answer', 'escalated-warning']],
    ['nothing more of it, once it is answered', [...active, reportedBehind, warned, answered], []],
    ['a correction, of one that was found to need it', [...active, foundToCorrect], ['correction']],
    ['a decision, of one that was found to be stopped', [...active, foundToStop], ['stop-decision']],
    ['a verdict, of one whose acceptance is asked for', inAcceptance, ['acceptance-verdict']],
    ['what is missing, of one that was rejected', [...inAcceptance, rejected], ['acceptance-supplement']],
    ['its follow-ups, of one that was accepted', [...inAcceptance, accepted], ['follow-up']],
  ])('%s', (_, history, awaited) => {
    expect(awaitedAfter(history)).toEqual(awaited);
  });
});

describe('the light of a project', () => {
  test('is none before it runs and after it has ended', () => {
    expect(keysAfter([registered])).toEqual({ light: undefined, lag: undefined, leadRegion: 'NO-50' });
    expect(keysAfter([...inAcceptance, accepted])).toMatchObject({ light: undefined, lag: undefined });
  });

  test('is on plan until a report lies below the plan', () => {
    expect(keysAfter(active)).toMatchObject({ light: 'on-plan', lag: undefined });
    expect(keysAfter([...active, reportedBehind])).toMatchObject({ light: 'behind', lag: 1600 });
    expect(keysAfter([...active, reportedDone])).toMatchObject({ light: 'on-plan', lag: 0 });
  });

  test('is the warning’s until it is answered; a suspension changes nothing of that', () => {
    expect(keysAfter([...active, reportedBehind, warned])).toMatchObject({ light: 'warned' });
    expect(keysAfter([...active, reportedBehind, warned, suspended])).toMatchObject({ light: 'warned' });
    expect(keysAfter([...active, reportedBehind, warned, answered])).toMatchObject({ light: 'behind' });
  });
});
