import { expertRegistered } from '@xietong/contracts-talent';
import { denied, invalidInput, refusal, stateAfter } from '@xietong/testing';
import { advice, agency, byHimself, byOfficer, expert, firm, profile, registered, shares, university } from '../example.fixture.ts';
import { Expert } from '../expert.ts';

const register = (changes: object = {}, around: object = {}) => expert().when('register', { agency, ...profile, ...changes }, around);

test('an expert offers himself to an agency under his own pseudonym, so that he is there once', () => {
  register().then([registered]);
  expect(Expert.commands.register.id?.({ agency, ...profile }, byHimself.actor)).toBe(registered.data.expert);
  expect(stateAfter(Expert, [registered])).toMatchObject({ status: 'registered', agency });
});

test('nobody enters another: an officer registers no expert', () => {
  register({}, byOfficer).then(denied);
});

test('what has ended ended after it began, be it on the same day', () => {
  register({ affiliations: [university, { ...firm, until: '2020-02-29' }] }).then(
    refusal('ends-before-it-begins', { field: 'affiliations.1.until' }),
  );
  register({ relations: [{ ...advice, until: '2023-12-31' }] }).then(refusal('ends-before-it-begins', { field: 'relations.0.until' }));
  const oneDay = [{ ...firm, until: firm.since }];
  register({ affiliations: oneDay }).then([expertRegistered({ ...registered.data, affiliations: oneDay })]);
});

test('an organisation is named again for other days, and not for the same', () => {
  const again = (since: `${number}-${number}-${number}`) => [firm, { ...firm, since, until: undefined }];
  register({ affiliations: again('2024-08-31') }).then(
    refusal('organisation-repeated', { field: 'affiliations.1.organisation', details: { organisation: firm.organisation } }),
  );
  const { until: _, ...goesOn } = firm;
  const affiliations = [firm, { ...goesOn, since: '2024-09-01' as const }];
  register({ affiliations }).then([expertRegistered({ ...registered.data, affiliations })]);
});

test('he may have shares in whom he advises, and work there too, but declares each once', () => {
  const relations = [advice, { ...shares, organisation: advice.organisation, since: '2024-05-01' as const }];
  register({ relations }).then([expertRegistered({ ...registered.data, relations })]);
  register({ relations: [advice, { ...advice, since: '2025-01-01' }] }).then(
    refusal('organisation-repeated', { field: 'relations.1.organisation' }),
  );
});

test('regions exist, and the check digits of Chinese identifiers are right', () => {
  register({ affiliations: [{ ...university, region: 'CN-999999' }] }).then(
    refusal('region-unknown', { field: 'affiliations.0.region', details: { region: 'CN-999999' } }),
  );
  const unsound = 'CN-USCI:12330000470090573K';
  register({ affiliations: [firm, { ...university, organisation: unsound }] }).then(
    refusal('identifier-unsound', { field: 'affiliations.1.organisation' }),
  );
  register({ relations: [{ ...advice, organisation: unsound }] }).then(
    refusal('identifier-unsound', { field: 'relations.0.organisation' }),
  );
});

test('a profile has a field, and no mistyped ones', () => {
  register({ fields: [] }).then(invalidInput('fields'));
  register({ name: '张三' }).then(invalidInput(''));
  register({ relations: [{ ...advice, nature: 'friendship' }] }).then(invalidInput('relations.0.nature'));
});
