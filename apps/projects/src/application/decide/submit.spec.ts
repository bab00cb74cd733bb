import {
  applicationDrafted,
  applicationEdited,
  type ApplicationContent,
  applicationSubmitted,
  type Party,
} from '@xietong/contracts-projects';
import { attachmentsIn, hasAttachments } from '@xietong/kernel';
import { exampleAttachment, refusal, stateAfter } from '@xietong/testing';
import { invited } from '../../review/example.fixture.ts';
import { Review } from '../../review/review.ts';
import { Application } from '../application.ts';
import { publication } from '../../call/example.fixture.ts';
import {
  agency,
  application,
  callId,
  content,
  drafted,
  edited,
  lead,
  leading,
  partnering,
  returned,
  submitted,
  toCallWith,
  toClosedCall,
  toNoCall,
} from '../example.fixture.ts';

const submit = (changes: Partial<ApplicationContent>, around: object = {}) =>
  application(drafted, applicationEdited({ content: { ...content, ...changes } })).when('submit', {}, around);
const withOrganisation = (party: Party, changes: Partial<Party['organisation']>): Party => ({
  ...party,
  organisation: { ...party.organisation, ...changes },
});

test('a whole application is handed in, and is to be decided within 30 working days', () => {
  application(drafted).when('submit', {}).then([submitted]);
  expect(stateAfter(Application, [drafted, submitted])).toMatchObject({
    status: 'submitted',
    clock: { reminded: false, escalated: false },
  });
});

test('the agency and every party read what was handed in', () => {
  expect(Application.audience(stateAfter(Application, [drafted, submitted]))).toEqual([
    `agency:${agency}`,
    `org:${lead}`,
    'org:NO-ORGNR:919303808',
  ]);
});

test('the first missing field is named', () => {
  const begun = applicationDrafted({ call: callId, agency, applicant: lead, rules: '2025', content: {} });
  application(begun)
    .when('submit', {})
    .then(refusal('content-missing', { field: 'content.title' }));
  const { endsOn: _, ...rest } = content;
  application(drafted, applicationEdited({ content: rest }))
    .when('submit', {})
    .then(refusal('content-missing', { field: 'content.endsOn' }));
});

test('a second after the call has closed is too late', () => {
  submit({}, { now: '2026-04-01T08:59:59.999Z' }).then([
    applicationSubmitted({
      content,
      countedFrom: '2026-04-01',
      usedWorkingDays: 0,
      remindAt: '2026-04-30T16:00:00.000Z',
      decideBy: '2026-05-18T16:00:00.000Z',
      provisional: false,
    }),
  ]);
  submit({}, { now: publication.closesAt }).then(refusal('call-closed'));
  submit({}, toClosedCall).then(refusal('call-closed'));
  submit({}, toNoCall).then(refusal('call-unknown'));
});

test('what was returned is handed in again after the call has closed; the working days in between do not count', () => {
  const again = { now: '2026-03-27T15:59:59.999Z', ...toClosedCall } as const;
  application(drafted, submitted, returned, edited)
    .when('submit', {}, again)
    .then([
      applicationSubmitted({
        content: { ...content, title: 'Another title' },
        countedFrom: '2026-03-27',
        usedWorkingDays: 3,
        remindAt: '2026-04-22T16:00:00.000Z',
        decideBy: '2026-05-09T16:00:00.000Z',
        provisional: false,
      }),
    ]);
  application(drafted, submitted, returned)
    .when('submit', {}, { now: returned.data.resubmitBy })
    .then(refusal('resubmission-overdue', { details: { resubmitBy: returned.data.resubmitBy } }));
});

test('what was handed in is not handed in twice', () => {
  application(drafted, submitted)
    .when('submit', {})
    .then(refusal('not-editable', { details: { status: 'submitted' } }));
});

test('near the end of the last year that was announced, the time is provisional', () => {
  const call = toCallWith({ closesAt: '2026-12-31T09:00:00.000Z' });
  submit({}, { now: '2026-12-01T08:00:00.000Z', ...call }).then([
    applicationSubmitted({
      content,
      countedFrom: '2026-12-01',
      usedWorkingDays: 0,
      remindAt: '2026-12-29T16:00:00.000Z',
      decideBy: '2027-01-12T16:00:00.000Z',
      provisional: true,
    }),
  ]);
});

test('the parties share the whole budget, no less and no more', () => {
  submit({ parties: [leading, { ...partnering, shareBasisPoints: 3100 }] }).then(
    refusal('shares-not-whole', { field: 'content.parties', details: { sum: 10_100 } }),
  );
  submit({ parties: [leading] }).then(refusal('shares-not-whole', { field: 'content.parties', details: { sum: 7000 } }));
});

test('the applicant leads, alone', () => {
  submit({ parties: [{ ...leading, role: 'partner' }, partnering] }).then(refusal('applicant-not-lead', { field: 'content.parties' }));
  submit({
    parties: [
      { ...leading, role: 'partner' },
      { ...partnering, role: 'lead' },
    ],
  }).then(refusal('applicant-not-lead', { field: 'content.parties' }));
  submit({ parties: [leading, { ...partnering, role: 'lead' }] }).then(refusal('more-than-one-lead', { field: 'content.parties.1.role' }));
});

test('a party is named once, in a region that there is, under a sound number', () => {
  submit({ parties: [leading, leading] }).then(refusal('party-repeated', { field: 'content.parties.1.organisation.id' }));
  submit({ parties: [leading, withOrganisation(partnering, { region: 'CN-999999' })] }).then(
    refusal('region-unknown', { field: 'content.parties.1.organisation.region' }),
  );
  const unsound = withOrganisation(partnering, { id: 'CN-USCI:91331082MA00D034X1' });
  submit({ parties: [leading, unsound] }).then(refusal('identifier-unsound', { field: 'content.parties.1.organisation.id' }));
});

test('of other numbers than China’s the check only warns, as it does of a project', () => {
  const parties = [leading, withOrganisation(partnering, { id: 'NO-ORGNR:919303809' })];
  submit({ parties }).then([applicationSubmitted({ ...submitted.data, content: { ...content, parties } })]);
});

test('a number that fails its check is let through with a reason', () => {
  const vouched = withOrganisation(partnering, { id: 'CN-USCI:91331082MA00D034X1', override: { reason: '证照扫描件已核对无误' } });
  application(drafted, applicationEdited({ content: { ...content, parties: [leading, vouched] } }))
    .when('submit', {})
    .then([applicationSubmitted({ ...submitted.data, content: { ...content, parties: [leading, vouched] } })]);
});

test('the call admits the lead, the area and the money', () => {
  submit({ area: 'aerospace' }).then(refusal('area-unknown', { field: 'content.area' }));
  submit({ budget: { amount: 1, currency: 'EUR' } }).then(refusal('currencies-mixed', { field: 'content.budget.currency' }));
  submit({ budget: { amount: publication.budget.amount + 1, currency: 'CNY' } }).then(
    refusal('budget-exceeds-call', { field: 'content.budget.amount' }),
  );
  submit({ parties: [withOrganisation(leading, { kind: 'hospital' }), partnering] }).then(
    refusal('kind-not-admitted', { field: 'content.parties.0.organisation.kind' }),
  );
  submit({ parties: [withOrganisation(leading, { region: 'CN-330106' }), partnering] }).then(
    refusal('region-not-admitted', { field: 'content.parties.0.organisation.region', details: { leadRegions: ['CN-3310'] } }),
  );
  submit({ endsOn: '2026-06-30' }).then(refusal('ends-before-it-starts', { field: 'content.endsOn' }));
});

test('a call without conditions admits every lead', () => {
  const open = toCallWith({ eligibility: { kinds: [], leadRegions: [], conditions: [] } });
  application(drafted, applicationEdited({ content: { ...content, parties: [withOrganisation(leading, { kind: 'other' }), partnering] } }))
    .when('submit', {}, open)
    .then([
      applicationSubmitted({
        ...submitted.data,
        content: { ...content, parties: [withOrganisation(leading, { kind: 'other' }), partnering] },
      }),
    ]);
});

describe('of the documents that the call asks for', () => {
  const file = (n: number) => exampleAttachment(`00000000-0000-4000-8000-00000000000${n}`);
  const study = { document: 'feasibility', attachment: file(1) };

  test('each that is required has to be attached, and all that are missing are named', () => {
    const missing = refusal('document-missing', {
      field: 'content.attachments',
      details: { missing: ['可行性研究报告 Feasibility study'] },
    });
    submit({ attachments: [] }).then(missing);
    submit({ attachments: [{ document: 'patents', attachment: file(2) }] }).then(missing);
    const { attachments: _, ...without } = content;
    application(drafted, applicationEdited({ content: without }))
      .when('submit', {})
      .then(missing);
  });

  test('those that are not may be left out or brought, and one may be of several files', () => {
    for (const attachments of [
      [study],
      [study, { document: 'patents', attachment: file(2) }, { document: 'patents', attachment: file(3) }],
    ])
      submit({ attachments }).then([applicationSubmitted({ ...submitted.data, content: { ...content, attachments } })]);
  });

  test('no other is taken', () => {
    submit({ attachments: [study, { document: 'patent', attachment: file(2) }] }).then(
      refusal('document-unknown', { field: 'content.attachments.1.document', details: { documents: ['feasibility', 'patents'] } }),
    );
  });

  test('a call that requires none is answered without any', () => {
    const around = toCallWith({ documents: [{ code: 'patents', title: '专利证书 Patents', required: false }] });
    const { attachments: _, ...without } = content;
    application(drafted, applicationEdited({ content: without }))
      .when('submit', {}, around)
      .then([applicationSubmitted({ ...submitted.data, content: without })]);
  });

  test('a review carries them as they stood at the invitation, and its expert reads them through it', () => {
    const state = stateAfter(Review, [invited]);
    expect(attachmentsIn(Review.state, state)).toEqual(content.attachments?.map(({ attachment }) => attachment));
    expect(hasAttachments(Review.excerpt?.state as never)).toBe(false);
    expect(hasAttachments(Application.excerpt?.state as never)).toBe(false);
  });
});
