import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import type { Column } from './columns.ts';
import type { ImportPlan } from './plan-import.ts';
import { isRefusal } from './rules.ts';
import { planOf, sampleFile, sampleLine } from './sample-file.ts';

const verdicts = ({ findings }: ImportPlan) => findings.map(({ line, rule }) => [line, rule]);
const numbers = ({ projects }: ImportPlan) => projects.map(({ input }) => input.number);
const another = { Prosjektnr: '883188' };

describe('a damaged line', () => {
  it.each<[string, Partial<Record<Column, string>>, string]>([
    ['text for an amount', { 'Innvilget beløp organisasjon EUR': 'many' }, 'amount-malformed'],
    ['an amount with a comma', { 'Innvilget beløp organisasjon EUR': '1234,50' }, 'amount-malformed'],
    ['a negative amount', { 'Innvilget beløp organisasjon EUR': '-1' }, 'amount-malformed'],
    ['no amount', { 'Innvilget beløp organisasjon EUR': '' }, 'amount-malformed'],
    ['text for a county', { 'Adresse fylkenummer': 'Oslo' }, 'county-malformed'],
    ['text for an organisation number', { Organisasjonsnummer: 'SINTEF' }, 'organisation-number-malformed'],
    ['text for a participant number', { Deltakernr: 'one' }, 'participant-number-malformed'],
    ['participant number 0', { Deltakernr: '0' }, 'participant-number-malformed'],
    ['text for a project number', { Prosjektnr: 'Change2Twin' }, 'project-number-malformed'],
    ['an unknown role', { 'Organisasjon rolle': 'HOST' }, 'role-unknown'],
    ['a day that does not exist', { 'Kontrakt startdato': '31.02.2020 00:00' }, 'date-malformed'],
    ['no day of signing', { 'Kontrakt signeringsdato': '' }, 'date-malformed'],
    ['no title', { Prosjektnavn: ' ' }, 'text-missing'],
    ['no name of the organisation', { Organisasjonsnavn: '' }, 'text-missing'],
    ['an open quotation mark', { Prosjektnavn: '"Digital twins' }, 'quotes-broken'],
    ['a column too many', { Prosjektnavn: 'Digital;twins' }, 'columns-miscounted'],
  ])('is refused by line and reason, and the other projects stay: %s', async (_, changed, rule) => {
    const plan = await planOf(sampleFile(sampleLine(another), sampleLine(changed)));
    expect(verdicts(plan)).toEqual([[3, rule]]);
    expect(numbers(plan)).toEqual(['883188']);
  });

  it('cut anywhere refuses its project and no other', async () => {
    const cutAt = fc.integer({ min: 1, max: sampleLine().length - '3518202.75'.length - 1 });
    await fc.assert(
      fc.asyncProperty(cutAt, async (length) => {
        const plan = await planOf(sampleFile(sampleLine(another), sampleLine().slice(0, length)), 1000);
        expect(verdicts(plan)).toEqual([[3, 'columns-miscounted']]);
        expect(numbers(plan)).toEqual(['883188']);
      }),
    );
  });

  it('at the end of a file that breaks off is refused, for its amount may have lost digits', async () => {
    const plan = await planOf(sampleFile(sampleLine(another), sampleLine()).slice(0, -'.75\r\n'.length));
    expect(verdicts(plan)).toEqual([[3, 'line-end-missing']]);
    expect(numbers(plan)).toEqual(['883188']);
  });

  it('with bytes that are not UTF-8 is refused', async () => {
    const file = Buffer.from(sampleFile(sampleLine(another), sampleLine({ Prosjektnavn: 'twin#' })));
    file[file.indexOf('#')] = 0xe6;
    expect(verdicts(await planOf(file))).toEqual([[3, 'not-utf-8']]);
  });

  it('names every fault that it has', async () => {
    const plan = await planOf(sampleFile(sampleLine({ Deltakernr: 'one', 'Adresse fylkenummer': 'Oslo' })));
    expect(plan.findings).toEqual([
      { line: 2, project: '951956', rule: 'participant-number-malformed', detail: 'Deltakernr: "one"' },
      { line: 2, project: '951956', rule: 'county-malformed', detail: 'Adresse fylkenummer: "Oslo"' },
    ]);
  });
});

describe('another file', () => {
  it.each([
    [
      'another delimiter',
      sampleFile(sampleLine()).replaceAll(';', ','),
      "column 1 is 'Rammeprogram,Traktat kode (H2020),Progra' where 'Rammeprogram' stands, divided by ';'",
    ],
    [
      'columns in another order',
      sampleFile().replace('Rammeprogram;Traktat kode (H2020)', 'Traktat kode (H2020);Rammeprogram'),
      "column 1 is 'Traktat kode (H2020)' where 'Rammeprogram' stands, divided by ';'",
    ],
    ['a column more', sampleFile().replace('\r\n', ';Merknad\r\n'), '1 column more than the 44 known'],
    ['nothing in it', '', 'the file ends before its first line does'],
  ])('is refused whole at its first line: %s', async (_, file, detail) => {
    const plan = await planOf(file);
    expect(plan).toEqual({ projects: [], findings: [{ line: 1, rule: 'header-differs', detail }] });
  });
});

describe('nothing is silently lost', () => {
  const damages: ((line: string) => string)[] = [
    (line) => line,
    (line) => line.slice(0, line.length / 2),
    (line) => line.replaceAll(';', ','),
    (line) => line.replace('PARTICIPANT', 'GUEST'),
    (line) => line.replace(';50;', ';;'),
    (line) => line.replace('Digital', '"Digital'),
    (line) => `${line}\r\n${line}`,
    () => '',
  ];
  const line = fc
    .record({ project: fc.integer({ min: 1, max: 4 }), no: fc.integer({ min: 1, max: 5 }), damage: fc.constantFrom(...damages) })
    .map(({ project, no, damage }) => damage(sampleLine({ Prosjektnr: `${project}00000`, Deltakernr: String(no) })));

  it('whatever the damage: every line is imported, refused or empty', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
        const file = sampleFile(...lines);
        const { projects, findings } = await planOf(file, 1000);
        const imported = projects.flatMap((project) => project.lines);
        const left = findings.filter((finding) => isRefusal(finding) || finding.rule === 'blank-line').map((finding) => finding.line);
        const all = file
          .split('\r\n')
          .slice(1, -1)
          .map((_, at) => at + 2);
        expect([...new Set([...imported, ...left])].sort((a, b) => a - b)).toEqual(all);
        expect(imported.filter((number) => left.includes(number))).toEqual([]);
      }),
    );
  });
});
