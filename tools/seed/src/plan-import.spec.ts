import type { Column } from './columns.ts';
import type { ImportPlan } from './plan-import.ts';
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
