import { type AnyAggregate, type Deadline, type DomainEvent } from '@xietong/kernel';
import { Application } from './application/application.ts';
import * as application from './application/example.fixture.ts';
import { Call } from './call/call.ts';
import * as call from './call/example.fixture.ts';
import { projects } from './projects.ts';
import * as review from './review/example.fixture.ts';
import { Review } from './review/review.ts';
import * as risk from './risk/example.fixture.ts';
import { Risk } from './risk/risk.ts';

const owedAfter = (aggregate: AnyAggregate, events: readonly DomainEvent[]): readonly Deadline[] => {
  const state = events.reduce<object | undefined>((before, event) => aggregate.evolve(before as never, event as never), undefined);
  return aggregate.deadlines?.of(state as never) ?? [];
};
const { drafted, submitted, returned, eligible, escalated, approved, refused } = application;
const { invited, accepted, scored, declined } = review;
const { raised, assessed, overdue, answered } = risk;
const { published, closed } = call;

const decide = [{ name: 'clock.decideBy', at: application.time.decideBy }];
const answerRisk = [{ name: 'assessment.answerBy', at: risk.time.answerBy }];

test.each<[string, AnyAggregate, readonly DomainEvent[], readonly Deadline[]]>([
  ['a draft owes nobody anything', Application, [drafted], []],
  ['an application that was handed in is to be decided', Application, [drafted, submitted], decide],
  ['one that was escalated is still to be decided', Application, [drafted, submitted, escalated], decide],
  [
    'one that was returned is to be handed in again',
    Application,
    [drafted, submitted, returned],
    [{ name: 'returned.resubmitBy', at: returned.data.resubmitBy }],
  ],
  ['one that was approved is done', Application, [...application.inPublicity, approved], []],
  ['one that was refused is done', Application, [drafted, submitted, eligible, refused], []],
  ['an invitation is to be answered', Review, [invited], [{ name: 'answerBy', at: review.answerBy }]],
  ['a review that was accepted is to be scored', Review, [invited, accepted], [{ name: 'scoreBy', at: review.scoreBy }]],
  ['a review that was scored is done', Review, [invited, accepted, scored], []],
  ['a review that was declined is done', Review, [invited, declined], []],
  ['a risk without an assessment has no time', Risk, [raised], []],
  ['an assessed risk is to be answered', Risk, [raised, assessed], answerRisk],
  ['a risk whose time is over is still to be answered', Risk, [raised, assessed, overdue], answerRisk],
  ['an answered risk is done', Risk, [raised, assessed, answered], []],
  ['a call closes', Call, [published], [{ name: 'closesAt', at: call.terms.closesAt }]],
  ['a call that is closed is done', Call, [published, closed], []],
])('%s', (_, aggregate, events, owed) => {
  expect(owedAfter(aggregate, events)).toEqual(owed);
});

test('whatever has a clock has deadlines', () => {
  const clocked = projects.aggregates.filter(({ due }) => due !== undefined).map(({ name }) => name);
  expect(projects.aggregates.filter(({ deadlines }) => deadlines !== undefined).map(({ name }) => name)).toEqual(clocked);
});
