import { mayReadFigures, openPlaces, placesOf } from './places.ts';

const pathsOf = (...roles: string[]) => placesOf(roles).map(({ path }) => path);

describe('the places of a reader', () => {
  test.each(['analyst', 'director', 'officer', 'auditor'])('are all of them for the role %s, the overview first', (role) => {
    expect([pathsOf(role), mayReadFigures([role])]).toEqual([['/', '/figures', '/targets', '/projects', '/workbench', '/publicity'], true]);
  });

  test.each(['applicant', 'expert', 'partner'])(
    'are the projects, the work and the publicity for the role %s, which may see no figure',
    (role) => {
      expect([pathsOf(role), mayReadFigures([role])]).toEqual([['/projects', '/workbench', '/publicity'], false]);
    },
  );

  test('are the projects, the work, the publicity and what is parked for an operator', () => {
    expect([pathsOf('operator'), mayReadFigures(['operator'])]).toEqual([['/projects', '/workbench', '/publicity', '/parked'], false]);
  });

  test('are those of each of his roles', () => {
    expect(pathsOf('expert', 'analyst')).toEqual(['/', '/figures', '/targets', '/projects', '/workbench', '/publicity']);
  });

  test('are the projects, the work and the publicity where his roles are not known', () => {
    expect(pathsOf()).toEqual(['/projects', '/workbench', '/publicity']);
  });
});

test('whoever has not logged in is offered what is publicised', () => {
  expect(openPlaces.map(({ path }) => path)).toEqual(['/publicity']);
});
