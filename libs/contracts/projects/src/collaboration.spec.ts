import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { idUnder, projectEvents, projectParticipantsAmended, projectRegistered } from './index.ts';

const sampleOf = ({ type, version, schema }: (typeof projectEvents)[number]) =>
  schema.parse(
    (JSON.parse(readFileSync(join(import.meta.dirname, `../golden/${type}.v${version}.json`), 'utf8')) as { data: unknown }).data,
  );

test('a registered project states a collaboration of all its participants on the day of signing', () => {
  const data = projectRegistered.schema.parse(sampleOf(projectRegistered));
  expect(projectRegistered.states?.(data, 'NO-03.rcn.951956')).toEqual({
    kind: 'project',
    date: '2020-05-25',
    sides: [
      { party: 'NO-ORGNR:919303808', region: 'NO-50', role: 'lead', amount: { amount: 351820275, currency: 'EUR' } },
      { party: 'CN-USCI:91350203M0001QAY9B', region: 'CN-331082', role: 'partner', amount: { amount: 0, currency: 'EUR' } },
      { party: 'unknown', region: undefined, role: 'partner', amount: { amount: 5000000, currency: 'EUR' } },
    ],
  });
});

test('an amendment of the participants states the collaboration whole, so that it replaces the earlier statement', () => {
  const data = projectParticipantsAmended.schema.parse(sampleOf(projectParticipantsAmended));
  expect(projectParticipantsAmended.states?.(data, 'NO-03.rcn.951956')).toEqual({
    kind: 'project',
    date: '2020-05-25',
    sides: [
      { party: 'NO-ORGNR:919303808', region: 'NO-50', role: 'lead', amount: { amount: 351820275, currency: 'EUR' } },
      { party: 'CN-USCI:91350203M0001QAY9B', region: 'CN-331082', role: 'partner', amount: { amount: 1200000, currency: 'EUR' } },
    ],
  });
});

test('no other event states a collaboration', () => {
  expect(projectEvents.filter((definition) => 'states' in definition)).toEqual([projectRegistered, projectParticipantsAmended]);
});

test("a project's id is its number under its registrar", () => {
  expect(idUnder('NO-03/rcn', '951956')).toBe('NO-03.rcn.951956');
});
