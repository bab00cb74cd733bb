import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import type { Column } from './columns.ts';
import type { ImportPlan } from './plan-import.ts';
import { isRefusal } from './rules.ts';
import { planOf, sampleFile, sampleLine } from './sample-file.ts';

const verdicts = ({ findings }: ImportPlan) => findings.map(({ line, rule }) => [line, rule]);
const numbers = ({ projects }: ImportPlan) => projects.map(({ input }) => input.number);
const another = { Prosjektnr: '883188' };

describe('a sound file', () => {
  it('becomes one project for each project number, its participants in the order of their numbers', async () => {
    const partner = sampleLine({
      Deltakernr: '2',
      Organisasjonsnummer: '948979357',
      Organisasjonsnavn: 'JOTNE',
      'Adresse fylkenummer': '30',
    });
    const lead = sampleLine({ 'Organisasjon rolle': 'COORDINATOR' });
    const plan = await planOf(sampleFile(partner, sampleLine(another), lead));
    expect(numbers(plan)).toEqual(['951956', '883188']);
    expect(plan.projects[0]).toEqual({
      lines: [2, 4],
      input: {
        number: '951956',
        title: 'Digital twins for manufacturing',
        acronym: 'Change2Twin',
        programme: 'LEIT',
        field: 'Industrial Leadership',
        call: 'H2020-DT-2019-2',
        signedOn: '2020-05-25',
        startsOn: '2020-06-01',
        endsOn: '2024-05-31',
        participants: [
          {
            no: 1,
            organisation: { id: 'NO-ORGNR:919303808', name: 'SINTEF AS', region: 'NO-50' },
            role: 'lead',
            amount: { amount: 351820275, currency: 'EUR' },
          },
          {
            no: 2,
            organisation: { id: 'NO-ORGNR:948979357', name: 'JOTNE', region: 'NO-30' },
            role: 'partner',
            amount: { amount: 351820275, currency: 'EUR' },
          },
        ],
      },
    });
    expect(plan.findings).toEqual([]);
  });

  it('may begin with a byte order mark', async () => {
    expect(numbers(await planOf(`\uFEFF${sampleFile(sampleLine())}`))).toEqual(['951956']);
  });

  it('may be saved with LF, even without the last one', async () => {
    const saved = sampleFile(sampleLine()).replaceAll('\r\n', '\n').trimEnd();
    expect(numbers(await planOf(saved))).toEqual(['951956']);
  });

  it('may quote a text that holds the delimiter', async () => {
    const plan = await planOf(sampleFile(sampleLine({ Prosjektnavn: '"Detection; mixtures, ""effects"""' })));
    expect(plan.projects[0]?.input.title).toBe('Detection; mixtures, "effects"');
  });
});

describe('a flaw that is kept', () => {
  it.each<[string, Partial<Record<Column, string>>, string, object]>([
    [
      'county 3',
      { 'Adresse fylkenummer': '3' },
      'county-of-one-digit',
      { organisation: { id: 'NO-ORGNR:919303808', name: 'SINTEF AS', region: 'NO-03' } },
    ],
    ['no county', { 'Adresse fylkenummer': '' }, 'no-region', { organisation: { id: 'NO-ORGNR:919303808', name: 'SINTEF AS' } }],
    [
      'no organisation number',
      { Organisasjonsnummer: '' },
      'no-organisation-number',
      { organisation: { name: 'SINTEF AS', region: 'NO-50' } },
    ],
    [
      'noise in the amount',
      { 'Innvilget beløp organisasjon EUR': '626199.99999984' },
      'amount-rounded',
      { amount: { amount: 62620000, currency: 'EUR' } },
    ],
    [
      'half a cent above an even one',
      { 'Innvilget beløp organisasjon EUR': '0.125' },
      'amount-rounded',
      { amount: { amount: 12, currency: 'EUR' } },
    ],
    [
      'half a cent above an odd one',
      { 'Innvilget beløp organisasjon EUR': '0.135' },
      'amount-rounded',
      { amount: { amount: 14, currency: 'EUR' } },
    ],
  ])('is read by its rule: %s', async (_, changed, rule, participant) => {
    const plan = await planOf(sampleFile(sampleLine(changed)));
    expect(verdicts(plan)).toEqual([[2, rule]]);
    expect(plan.projects[0]?.input.participants[0]).toMatchObject(participant);
  });

  it.each<[string, Partial<Record<Column, string>>, string, string]>([
    ['no start date', { 'Kontrakt startdato': '' }, 'no-date', 'startsOn'],
    ['no end date', { 'Kontrakt sluttdato': '' }, 'no-date', 'endsOn'],
    ['no programme', { 'Program (H2020)': '' }, 'no-programme', 'programme'],
  ])('leaves out what is not known: %s', async (_, changed, rule, field) => {
    const plan = await planOf(sampleFile(sampleLine(changed)));
    expect(verdicts(plan)).toEqual([[2, rule]]);
    expect(plan.projects[0]?.input).not.toHaveProperty(field);
  });

  it('is one organisation twice in a project: both participations stay', async () => {
    const plan = await planOf(sampleFile(sampleLine(), sampleLine({ Deltakernr: '7' })));
    expect(verdicts(plan)).toEqual([[3, 'organisation-twice']]);
    expect(plan.projects[0]?.input.participants.map(({ no }) => no)).toEqual([1, 7]);
  });

  it('is a text with blanks at its ends or control characters', async () => {
    const plan = await planOf(sampleFile(sampleLine({ Prosjektnavn: 'Sk\u001Aodowska\tgrants ' })));
    expect(verdicts(plan)).toEqual([[2, 'text-tidied']]);
    expect(plan.projects[0]?.input.title).toBe('Sk odowska grants');
  });
});

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

describe('a project with a refused line', () => {
  it('is held back whole, and its sound lines say because of which', async () => {
    const plan = await planOf(sampleFile(sampleLine(), sampleLine({ Deltakernr: '2', 'Organisasjon rolle': 'HOST' }), sampleLine(another)));
    expect(plan.findings).toEqual([
      { line: 2, project: '951956', rule: 'project-held-back', detail: 'because of line 3' },
      { line: 3, project: '951956', rule: 'role-unknown', detail: 'Organisasjon rolle: "HOST"' },
    ]);
    expect(numbers(plan)).toEqual(['883188']);
  });

  it('is held back even where the line is too damaged to be a row, but still names it', async () => {
    const cut = sampleLine({ Deltakernr: '2' }).split(';').slice(0, 20).join(';');
    expect(verdicts(await planOf(sampleFile(sampleLine(), cut)))).toEqual([
      [2, 'project-held-back'],
      [3, 'columns-miscounted'],
    ]);
  });

  it('is held back when two differing lines have one participant number', async () => {
    const plan = await planOf(sampleFile(sampleLine(), sampleLine({ 'Innvilget beløp organisasjon EUR': '1' })));
    expect(verdicts(plan)).toEqual([
      [2, 'project-held-back'],
      [3, 'participation-twice'],
    ]);
    expect(plan.projects).toEqual([]);
  });

  it('stays when the line only repeats another word for word', async () => {
    const plan = await planOf(sampleFile(sampleLine(), sampleLine()));
    expect(plan.findings).toEqual([{ line: 3, project: '951956', rule: 'line-repeated', detail: 'as on line 2' }]);
    expect(numbers(plan)).toEqual(['951956']);
  });

  it('is held back when its lines contradict each other about the project', async () => {
    const plan = await planOf(sampleFile(sampleLine(), sampleLine({ Deltakernr: '2', Kontraktstatus: 'CLOSED', Organisasjonsnummer: '' })));
    expect(plan.findings.find(({ rule }) => rule === 'project-contradicted')).toEqual({
      line: 3,
      project: '951956',
      rule: 'project-contradicted',
      detail: 'Kontraktstatus: "CLOSED", but on line 2 ""',
    });
    expect(plan.projects).toEqual([]);
  });

  it('is held back when it has two coordinators', async () => {
    const lead = { 'Organisasjon rolle': 'COORDINATOR' };
    const plan = await planOf(sampleFile(sampleLine(lead), sampleLine({ ...lead, Deltakernr: '2', Organisasjonsnummer: '948979357' })));
    expect(verdicts(plan)).toContainEqual([3, 'two-coordinators']);
    expect(plan.projects).toEqual([]);
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
    ['a column more', sampleFile().replace('\r\n', ';Merknad\r\n'), '1 columns more than the 44 known'],
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
