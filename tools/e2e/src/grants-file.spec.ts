import { toCents, toGrants } from './grants-file.ts';

test.each([
  ['3518202.75', 351820275n],
  ['50000', 5000000n],
  ['0.1', 10n],
  ['626199.99999984', 62620000n],
  ['0.125', 12n],
  ['0.135', 14n],
  ['0.12500001', 13n],
  ['0.1349999', 13n],
  ['2.5', 250n],
])('%s EUR are %s cents', (euros, cents) => {
  expect(toCents(euros)).toBe(cents);
});

test('a line of the file is a grant, its quotes taken off and its county with both digits', () => {
  const columns = 'Prosjektnr;Prosjektnavn;Kontrakt signeringsdato;Organisasjonsnummer;Organisasjon rolle;Deltakernr';
  const csv = [
    `${columns};Adresse fylkenummer;Innvilget beløp organisasjon EUR`,
    '951956;"Twins; or ""copies""";25.05.2020 00:00;919303808;COORDINATOR;1;3;10.005',
    '883188;Kit;22.04.2019 00:00;;PARTICIPANT;4;;0',
    '',
  ].join('\r\n');
  expect(toGrants(csv)).toEqual([
    { project: '951956', no: 1, year: 2020, organisation: '919303808', county: 'NO-03', leads: true, cents: 1000n },
    { project: '883188', no: 4, year: 2019, organisation: '', leads: false, cents: 0n },
  ]);
});

test('a line that lacks a column is not read as if it had it', () => {
  expect(() => toGrants('a;b\r\n1\r\n')).toThrow('line 2 has 1 columns, not 2');
});
