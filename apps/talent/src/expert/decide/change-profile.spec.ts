import { type ExpertProfile, expertProfileChanged } from '@xietong/contracts-talent';
import { denied, refusal, stateAfter } from '@xietong/testing';
import {
  advice,
  asExpert,
  byOfficer,
  changed,
  expert,
  firm,
  lapsed,
  profile,
  registered,
  rejected,
  shares,
  suspended,
  university,
  verified,
} from '../example.fixture.ts';
import { Expert } from '../expert.ts';

const onRoster = [registered, verified];
const change = (changes: Partial<ExpertProfile>, history = onRoster) =>
  expert(...history).when('changeProfile', { ...profile, ...changes });
const happened = (changes: Partial<ExpertProfile>) => [expertProfileChanged({ ...profile, ...changes })];

test('an expert adds what is new, also while he is suspended or has lapsed, and stays where he stands', () => {
  for (const [status, history] of Object.entries({
    registered: [registered],
    verified: onRoster,
    lapsed: [...onRoster, lapsed],
    suspended: [...onRoster, suspended],
  })) {
    expert(...history)
      .when('changeProfile', changed.data)
      .then([changed]);
    expect(stateAfter(Expert, [...history, changed])).toMatchObject({ status, relations: [advice, shares] });
  }
});

test('what goes on is ended by a last day: today, or one to come', () => {
  for (const until of ['2026-03-31', '2026-12-31'] as const) {
    const affiliations = [{ ...university, until }, firm];
    change({ affiliations }).then(happened({ affiliations }));
  }
});

test('what was declared of the last three years is neither taken out nor shortened, and the refusal says which days have to stay', () => {
  change({ affiliations: [university] }).then(
    refusal('conflict-forgotten', {
      field: 'affiliations',
      details: { organisation: firm.organisation, since: '2023-03-31', until: '2024-08-31' },
    }),
  );
  const ended = { organisation: university.organisation, since: '2023-03-31', until: '2026-03-31' };
  change({ affiliations: [{ ...university, until: '2026-03-30' }, firm] }).then(
    refusal('conflict-forgotten', { field: 'affiliations.0', details: ended }),
  );
  change({ relations: [] }).then(
    refusal('conflict-forgotten', {
      field: 'relations',
      details: { organisation: advice.organisation, since: '2024-01-01', until: '2025-12-31' },
    }),
  );
  change({ relations: [{ ...advice, since: '2024-01-02' }] }).then(refusal('conflict-forgotten', { field: 'relations.0' }));
  change({ relations: [{ ...advice, nature: 'other' }] }).then(refusal('conflict-forgotten', { field: 'relations' }));
});

test('days before the last three years can be put right, and what ended before them taken out', () => {
  const affiliations = [
    { ...university, since: '2016-09-01' as const },
    { ...firm, since: '2023-03-31' as const },
  ];
  change({ affiliations }).then(happened({ affiliations }));
  const long = { ...firm, until: '2023-03-30' } as const;
  const history = [{ ...registered, data: { ...registered.data, affiliations: [university, long] } }, verified] as typeof onRoster;
  change({ affiliations: [university] }, history).then(happened({ affiliations: [university] }));
});

test('what is to begin only tomorrow can be taken back', () => {
  const tomorrow = { ...shares, since: '2026-04-01' } as const;
  const history = [...onRoster, expertProfileChanged({ ...profile, relations: [advice, tomorrow] })];
  expert(...history)
    .when('changeProfile', profile)
    .then([expertProfileChanged(profile)]);
});

test('the name and the region of an organisation can be corrected', () => {
  const affiliations = [{ ...university, name: 'Zhejiang University', region: 'CN-330105' as const }, firm];
  change({ affiliations }).then(happened({ affiliations }));
});

test('until an agency has verified it a slip is mended freely, and whom it rejected asks anew by that', () => {
  const mended = happened({ affiliations: [university] });
  change({ affiliations: [university] }, [registered] as unknown as typeof onRoster).then(mended);
  expert(registered, rejected)
    .when('changeProfile', { ...profile, affiliations: [university] })
    .then(mended);
  const again = stateAfter(Expert, [registered, rejected, ...mended]);
  expect(again).toMatchObject({ status: 'registered', affiliations: [university] });
  expect(again).not.toHaveProperty('reason');
});

test('the same profile once more is refused', () => {
  change({}).then(refusal('nothing-changed'));
  expert(...onRoster, changed)
    .when('changeProfile', changed.data)
    .then(refusal('nothing-changed'));
});

test('a profile is as sound as at the registration', () => {
  change({ affiliations: [university, { ...firm, until: '2019-01-01' }] }).then(
    refusal('ends-before-it-begins', { field: 'affiliations.1.until' }),
  );
  change({ relations: [advice, advice] }).then(refusal('organisation-repeated', { field: 'relations.1.organisation' }));
  change({ affiliations: [{ ...university, region: 'CN-999999' }, firm] }).then(
    refusal('region-unknown', { field: 'affiliations.0.region' }),
  );
  change({ relations: [advice, { ...shares, organisation: 'CN-USCI:12330000470090573K' }] }).then(
    refusal('identifier-unsound', { field: 'relations.1.organisation' }),
  );
});

test('nobody but he himself says what he has to do with whom', () => {
  for (const actor of [byOfficer.actor, asExpert('another')]) {
    expert(...onRoster)
      .when('changeProfile', changed.data, { actor })
      .then(denied);
  }
});
