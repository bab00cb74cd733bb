import { mayReadFigures, openPlaces, placesOf } from './places.ts';

const pathsOf = (...roles: string[]) => placesOf(roles).map(({ path }) => path);

describe('the places of a reader', () => {
  test.each(['analyst', 'auditor'])('are the figures and what they are of for the role %s, the overview first', (role) => {
    expect([pathsOf(role), mayReadFigures([role])]).toEqual([['/', '/figures', '/projects', '/workbench', '/publicity'], true]);
  });

  test('are the projects, his applications, the work and the publicity for an applicant', () => {
    expect([pathsOf('applicant'), mayReadFigures(['applicant'])]).toEqual([['/projects', '/apply', '/workbench', '/publicity'], false]);
  });

  test.each(['director', 'officer'])('are those and the panels for the role %s', (role) => {
    expect([pathsOf(role), mayReadFigures([role])]).toEqual([['/', '/figures', '/projects', '/workbench', '/panels', '/publicity'], true]);
  });

  test('are the reviews for an expert, beside the projects, the work and the publicity', () => {
    expect([pathsOf('expert'), mayReadFigures(['expert'])]).toEqual([['/projects', '/workbench', '/reviews', '/publicity'], false]);
  });

  test('are the projects, the work and the publicity for a partner, who may see no figure', () => {
    const role = 'partner';
    expect([pathsOf(role), mayReadFigures([role])]).toEqual([['/projects', '/workbench', '/publicity'], false]);
  });

  test('are the projects, the work, the publicity and what is parked for an operator', () => {
    expect([pathsOf('operator'), mayReadFigures(['operator'])]).toEqual([['/projects', '/workbench', '/publicity', '/parked'], false]);
  });

  test('are those of each of his roles', () => {
    expect(pathsOf('expert', 'analyst')).toEqual(['/', '/figures', '/projects', '/workbench', '/reviews', '/publicity']);
  });

  test('are the projects, the work and the publicity where his roles are not known', () => {
    expect(pathsOf()).toEqual(['/projects', '/workbench', '/publicity']);
  });
});

test('whoever has not logged in is offered what is publicised', () => {
  expect(openPlaces.map(({ path }) => path)).toEqual(['/publicity']);
});
