import { createReadStream } from 'node:fs';
import { RegisterProject } from '@xietong/contracts-projects';
import type { RegionCode } from '@xietong/domain';
import { dataSetFile } from './import-file.ts';
import { type ImportPlan, planImport } from './plan-import.ts';
import { readDataset } from './read-dataset.ts';
import { isRefusal, type Rule } from './rules.ts';

describe('the published file of EU grants in Norway', () => {
  let plan: ImportPlan;
  beforeAll(async () => {
    plan = await planImport(readDataset(createReadStream(dataSetFile)));
  });

  const participations = () => plan.projects.flatMap(({ input }) => input.participants);
  const regionsOf = ({ input }: ImportPlan['projects'][number]) =>
    new Set(input.participants.map(({ organisation }) => organisation.region).filter((region) => region !== undefined));
  const together = (a: RegionCode, b: RegionCode) =>
    plan.projects.map(regionsOf).filter((regions) => regions.has(a) && regions.has(b)).length;
  const times = (rule: Rule) => plan.findings.filter((finding) => finding.rule === rule).length;

  it('holds 1,957 projects with 2,931 participations, none of them refused', () => {
    expect(plan.projects).toHaveLength(1957);
    expect(participations()).toHaveLength(2931);
    expect(plan.findings.filter(isRefusal)).toEqual([]);
  });

  it('holds nothing that the projects service would refuse or read otherwise', () => {
    expect(plan.projects.map(({ input }) => RegisterProject.parse(input))).toEqual(plan.projects.map(({ input }) => input));
  });

  it('names 692 organisations by number, and three participations by name alone', () => {
    const ids = participations().map(({ organisation }) => organisation.id);
    expect(new Set(ids).size).toBe(693);
    expect(ids.filter((id) => id === undefined)).toHaveLength(3);
  });

  it('grants EUR 1,672,234,782.37 in all', () => {
    expect(participations().reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(167_223_478_237);
  });

  it('has 380 projects that cross a county border, and 7 participations without a county', () => {
    expect(plan.projects.filter((project) => regionsOf(project).size > 1)).toHaveLength(380);
    expect(participations().filter(({ organisation }) => organisation.region === undefined)).toHaveLength(7);
  });

  it.each([
    ['NO-03', 'NO-30', 98],
    ['NO-03', 'NO-50', 81],
    ['NO-30', 'NO-50', 71],
  ] as const)('has %s and %s together in %i projects', (a, b, projects) => {
    expect(together(a, b)).toBe(projects);
  });

  it('shows its known flaws, each by its rule', () => {
    expect({
      region: times('no-region'),
      number: times('no-organisation-number'),
      county: times('county-of-one-digit'),
      noise: times('amount-rounded'),
      twice: times('organisation-twice'),
      date: times('no-date'),
    }).toEqual({ region: 7, number: 3, county: 820, noise: 2006, twice: 1, date: 2 });
  });

  it('keeps both participations of the organisation that takes part twice in project 636146', () => {
    const project = plan.projects.find(({ input }) => input.number === '636146');
    expect(
      project?.input.participants.filter(({ organisation }) => organisation.id === 'NO-ORGNR:979750730').map(({ no }) => no),
    ).toHaveLength(2);
  });

  it('leads a project at most once, and most projects from abroad', () => {
    const leads = plan.projects.map(({ input }) => input.participants.filter(({ role }) => role === 'lead').length);
    expect(Math.max(...leads)).toBe(1);
    expect(leads.filter((count) => count === 1)).toHaveLength(706);
  });
});
