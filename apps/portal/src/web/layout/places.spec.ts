import { mayReadFigures, openPlaces, placesOf } from './places.ts';

const pathsOf = (...roles: string[]) => placesOf(roles).map(({ path }) => path);

const forAll = ['/projects', '/workbench', '/publicity'];
const figures = ['/overview', '/figures'];

describe('the places of a reader', () => {
  test.each(['director', 'officer'])(
    'are his tasks, the deadlines, the board, the panels and all that shows figures for the role %s',
    (role) => {
      expect([pathsOf(role), mayReadFigures([role])]).toEqual([['/tasks', '/inbox', '/board', '/panels', ...figures, ...forAll], true]);
    },
  );

  test.each(['analyst', 'auditor'])('begin with the overview for the role %s, who only reads', (role) => {
    expect([pathsOf(role), mayReadFigures([role])]).toEqual([[...figures, ...forAll], true]);
  });

  test.each([
    { role: 'applicant', own: '/apply' },
    { role: 'expert', own: '/reviews' },
  ])('begin with the tasks and $own for the role $role, who may see no figure', ({ role, own }) => {
    expect([pathsOf(role), mayReadFigures([role])]).toEqual([['/tasks', own, ...forAll], false]);
  });

  test('are the projects, the work and the publicity for a partner, and what is parked too for an operator', () => {
    expect([pathsOf('partner'), pathsOf('operator')]).toEqual([forAll, [...forAll, '/parked']]);
  });

  test('are those of each of his roles', () => {
    expect(pathsOf('expert', 'analyst')).toEqual(['/tasks', '/reviews', ...figures, ...forAll]);
  });

  test('are the projects, the work and the publicity where his roles are not known', () => {
    expect(pathsOf()).toEqual(forAll);
  });
});

test('whoever has not logged in is offered what is publicised', () => {
  expect(openPlaces.map(({ path }) => path)).toEqual(['/publicity']);
});
