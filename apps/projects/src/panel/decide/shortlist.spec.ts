import { panelShortlisted } from '@xietong/contracts-projects';
import { denied, director, officer, refusal } from '@xietong/testing';
import { applications, awaited, byDirector, choice, decision, openCall, panel, scoredWith, table } from '../example.fixture.ts';

const choosing = (...chosen: string[]) => ({ ...choice, applications: chosen });
const reasons = '先后两家合作单位不同 The two have different partners';

test('a director puts the best of an area on the list, with the totals that they were ranked by', () => {
  panel().when('shortlist', choice).then([decision]);
});

test('never more than the quota of the area', () => {
  panel()
    .when('shortlist', choosing('best', 'good', 'fair'))
    .then(refusal('quota-exceeded', { field: 'applications', details: { quota: 2, taken: 0, wanted: 3 } }));
});

test('fewer than the quota is for the panel to say', () => {
  panel()
    .when('shortlist', choosing('best'))
    .then([panelShortlisted({ ...decision.data, applications: decision.data.applications.slice(0, 1) })]);
});

test('passing over a better placed one takes a word, and so does one of two that are placed alike', () => {
  panel()
    .when('shortlist', choosing('best', 'fair'))
    .then(refusal('reasons-needed', { field: 'reasons', details: { farApart: [], passedOver: ['good'] } }));
  const alike = [...scoredWith('best', 90_00, 85_00), ...scoredWith('good', 70_00, 70_00), ...scoredWith('fair', 80_00, 60_00)];
  panel({ reviews: alike })
    .when('shortlist', choosing('best', 'good'))
    .then(refusal('reasons-needed', { field: 'reasons', details: { farApart: [], passedOver: ['fair'] } }));
  const chosen = [decision.data.applications[0], { application: 'fair', totals: [70_00, 60_00] }].flatMap((one) => one ?? []);
  panel()
    .when('shortlist', { ...choosing('best', 'fair'), reasons })
    .then([panelShortlisted({ ...decision.data, applications: chosen, reasons })]);
});

test('reviews that lie far apart take a word', () => {
  const reviews = [...scoredWith('best', 100_00, 74_99), ...scoredWith('good', 80_00, 80_00)];
  panel({ reviews })
    .when('shortlist', choosing('best', 'good'))
    .then(refusal('reasons-needed', { field: 'reasons', details: { farApart: ['best'], passedOver: [] } }));
});

test('not before the call has closed, and not while a review of the area is awaited', () => {
  panel({ call: openCall })
    .when('shortlist', choice)
    .then(refusal('call-still-open', { details: { closesAt: openCall.closesAt } }));
  panel({ reviews: [...table.reviews, awaited('fair')] })
    .when('shortlist', { ...choice, reasons })
    .then(refusal('reviews-awaited', { details: { applications: ['fair'] } }));
});

test('too few reviews that count do not carry an application, whatever the reasons', () => {
  const reviews = [...scoredWith('best', 90_00, 85_00), ...scoredWith('good', 80_00)];
  panel({ reviews })
    .when('shortlist', { ...choice, reasons })
    .then(refusal('quorum-missing', { field: 'applications.1' }));
});

test('only what was found eligible, and each of it once', () => {
  panel({ applications: applications({ best: 'eligible', good: 'submitted' }) })
    .when('shortlist', choice)
    .then(refusal('not-eligible', { field: 'applications.1', details: { status: 'submitted' } }));
  panel()
    .when('shortlist', choosing('best', 'of another area'))
    .then(refusal('not-eligible', { field: 'applications.1', details: { status: 'unknown' } }));
  panel()
    .when('shortlist', choosing('best', 'best'))
    .then(refusal('application-repeated', { field: 'applications.1' }));
});

test('an area is one of the call, and a call one of the agency', () => {
  panel()
    .when('shortlist', { ...choice, area: 'astrology' })
    .then(refusal('area-unknown', { field: 'area' }));
  panel({ call: undefined })
    .when('shortlist', choice)
    .then(refusal('call-unknown', { field: 'call' }));
  panel()
    .when('shortlist', choice, { ...byDirector, actor: director('NO-03/inn') })
    .then(refusal('call-unknown', { field: 'call' }));
  panel()
    .when('shortlist', choice, { ...byDirector, actor: officer('CN-331082/kjj') })
    .then(denied);
});
