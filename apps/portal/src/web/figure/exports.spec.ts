import { exportName } from './exports.ts';

const address = '/api/reporting/v1/figures/pair-projects?by=a,b&year=2014..2021&region=NO-03&at=NO-03.rcn.projects:1';

describe('the name of an export', () => {
  test('tells the figure, its breakdown and its filters', () => {
    expect(exportName(address, 'pair-projects', 'XLSX')).toBe('pair-projects_a-b_2014..2021_NO-03.xlsx');
  });

  test('is the figure alone where nothing narrows it', () => {
    expect(exportName('/api/reporting/v1/figures/projects?at=start', 'projects', 'CSV')).toBe('projects.csv');
  });

  test('holds nothing that a file system would refuse', () => {
    expect(exportName('/x?region=../%2Fetc', 'projects', 'CSV')).toBe('projects_..-etc.csv');
  });
});
