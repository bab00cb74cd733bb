import { panelShortlisted } from '@xietong/contracts-projects';
import { denied, director, refusal, stateAfter } from '@xietong/testing';
import { applications, awaited, byDirector, decision, openCall, panel, scoredWith, table } from '../example.fixture.ts';
import { Panel } from '../panel.ts';

const { call, agency, area, quota } = decision.data;
const further = (...chosen: string[]) => ({ applications: chosen });
/** `good` lost its place again. */
const onePlaceFree = { applications: applications({ best: 'shortlisted', good: 'refused', fair: 'eligible' }) };
const fairToo = panelShortlisted({ call, agency, area, quota, applications: [{ application: 'fair', totals: [70_00, 60_00] }] });

test('a place that came free is given to the next', () => {
  panel(onePlaceFree, decision).when('shortlistFurther', further('fair')).then([fairToo]);
  expect(stateAfter(Panel, [decision, fairToo]).decisions.map((one) => one.applications.map(({ application }) => application))).toEqual([
    ['best', 'good'],
    ['fair'],
  ]);
});

test('a place is taken from the decision on, though the news has not reached the application', () => {
  panel({}, decision)
    .when('shortlistFurther', further('fair'))
    .then(refusal('quota-exceeded', { field: 'applications', details: { quota: 2, taken: 2, wanted: 1 } }));
  panel({}, decision)
    .when('shortlistFurther', further('best'))
    .then(refusal('shortlisted-already', { field: 'applications.0' }));
});

test.each(['shortlisted', 'publicised', 'approved'] as const)('a place is not free because its application is %s', (status) => {
  panel({ applications: applications({ best: 'shortlisted', good: status, fair: 'eligible' }) }, decision)
    .when('shortlistFurther', further('fair'))
    .then(refusal('quota-exceeded', { field: 'applications' }));
});

test.each(['refused', 'withdrawn'] as const)('a place is free when its application is %s', (status) => {
  panel({ applications: applications({ best: 'shortlisted', good: status, fair: 'eligible' }) }, decision)
    .when('shortlistFurther', further('fair'))
    .then([fairToo]);
});

test('it is held to what the first decision was held to', () => {
  const held = (around: object, chosen: string[] = ['fair']) =>
    panel({ ...onePlaceFree, ...around }, decision).when('shortlistFurther', further(...chosen));
  held({ call: undefined }).then(refusal('call-unknown', { field: 'call' }));
  held({ call: openCall }).then(refusal('call-still-open'));
  held({ call: { ...table.call, areas: [] } }).then(refusal('area-unknown', { field: 'area' }));
  held({}, ['fair', 'fair']).then(refusal('application-repeated', { field: 'applications.1' }));
  held({}, ['good']).then(refusal('not-eligible', { field: 'applications.0', details: { status: 'refused' } }));
  held({ reviews: [...table.reviews, awaited('fair')] }).then(refusal('reviews-awaited'));
  held({ reviews: scoredWith('fair', 70_00) }).then(refusal('quorum-missing', { field: 'applications.0' }));
  held({ reviews: scoredWith('fair', 90_00, 10_00) }).then(refusal('reasons-needed', { field: 'reasons' }));
});

test("only the agency's director", () => {
  panel(onePlaceFree, decision)
    .when('shortlistFurther', further('fair'), { ...byDirector, actor: director('NO-03/inn') })
    .then(denied);
});
