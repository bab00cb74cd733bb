import type { ImportReport } from './import-file.ts';
import type { ImportOutcome } from './import-projects.ts';
import { renderFindings, renderReport } from './render-report.ts';
import type { Finding } from './rules.ts';

const outcome: ImportOutcome = {
  created: 1950,
  alreadyThere: 7,
  refused: [],
  unsent: 0,
  participations: 2931,
  cents: 167_223_478_237,
  seconds: 4,
};
const report = (given: Partial<ImportOutcome>, findings: Finding[] = [], complete = true): ImportReport => ({
  file: 'grants.csv',
  outcome: { ...outcome, ...given },
  findings,
  complete,
});
const cut: Finding = { line: 17, project: '951956', rule: 'columns-miscounted', detail: "20 columns where 44 stand, divided by ';'" };
const regionless = Array.from({ length: 12 }, (_, at): Finding => ({
  line: at + 2,
  project: '1',
  rule: 'no-region',
  detail: 'Adresse fylkenummer: ""',
}));

describe('the report of an import', () => {
  it('sums up what is there now', () => {
    expect(renderReport(report({}))).toBe(`Import:
  projects created                 1,950
  projects already there           7
  projects refused or held back    0
  projects not sent                0
  participations                   2,931
  participations without a region  0
  amount                           €1,672,234,782.37
  seconds                          4.0
  projects a second                489

Complete.`);
  });

  it('names each refused line with its reason', () => {
    const text = renderReport(report({}, [cut, { ...cut, line: 18, project: undefined }], false));
    expect(text).toContain("  line 17 (project 951956): a cut line, or another delimiter: 20 columns where 44 stand, divided by ';'\n");
    expect(text).toContain("  line 18: a cut line, or another delimiter: 20 columns where 44 stand, divided by ';'\n");
    expect(text).toContain('Refused, by reason:\n  a cut line, or another delimiter  2  lines 17, 18\n');
    expect(text).toContain('2 lines are refused; mend them and run the import again: what is there stays.');
  });

  it('speaks of one line as of one', () => {
    expect(
      renderReport(report({}, [cut], false))
        .split('\n')
        .at(-1),
    ).toBe('1 line is refused; mend it and run the import again: what is there stays.');
  });

  it('says that there was nothing to import, and does not call that complete', () => {
    const nothing = { created: 0, alreadyThere: 0, participations: 0, cents: 0 };
    expect(
      renderReport(report(nothing, [], false))
        .split('\n')
        .at(-1),
    ).toBe('Nothing to import: the file has no project below its header.');
  });

  it('counts projects that are held back, not those of which only a repeated line is refused', () => {
    const repeated: Finding = { line: 42, project: '101034240', rule: 'line-repeated', detail: 'as on line 41' };
    expect(renderReport(report({}, [cut, repeated], false))).toContain('  projects refused or held back    1\n');
  });

  it('counts each rule that was applied and shows where', () => {
    const text = renderReport(report({}, regionless));
    expect(text).toContain('  no county: participant without a region  12  lines 2, 3, 4, 5, 6, 7, 8, 9, …\n');
    expect(text).toContain('  participations without a region  12\n');
  });

  it.each<[Partial<ImportOutcome>, string]>([
    [{ created: 0, alreadyThere: 1957 }, 'Nothing changed: every project was there already, with the same content (Idempotency-Replayed).'],
    [{ unsent: 3 }, 'Stopped as asked; run the import again to go on.'],
    [{ unsent: 3, stoppedBy: new Error('the projects service is away') }, 'Stopped: the projects service is away.'],
  ])('ends with what happened: %j', (given, words) => {
    expect(renderReport(report(given)).split('\n').at(-1)).toBe(words);
  });

  it('lists every finding in full as CSV', () => {
    expect(renderFindings([cut, { line: 18, rule: 'not-utf-8', detail: 'save the "file" as UTF-8' }])).toBe(
      `line;project;verdict;rule;detail
17;"951956";refused;columns-miscounted;"20 columns where 44 stand, divided by ';'"
18;"";refused;not-utf-8;"save the ""file"" as UTF-8"
`,
    );
  });
});
