import { mayReadFigures, placesOf } from './places.ts';

const pathsOf = (...roles: string[]) => placesOf(roles).map(({ path }) => path);

describe('the places of a reader', () => {
  test.each(['analyst', 'director', 'officer', 'auditor'])('are all of them for the role %s, the overview first', (role) => {
    expect([pathsOf(role), mayReadFigures([role])]).toEqual([['/', '/figures', '/projects'], true]);
  });

  test.each(['applicant', 'expert', 'partner'])('are the projects for the role %s, which may see no figure', (role) => {
    expect([pathsOf(role), mayReadFigures([role])]).toEqual([['/projects'], false]);
  });

  test('are the projects and what is parked for an operator', () => {
    expect([pathsOf('operator'), mayReadFigures(['operator'])]).toEqual([['/projects', '/parked'], false]);
  });

  test('are those of each of his roles', () => {
    expect(pathsOf('expert', 'analyst')).toEqual(['/', '/figures', '/projects']);
  });

  test('are the projects where his roles are not known', () => {
    expect(pathsOf()).toEqual(['/projects']);
  });
});
