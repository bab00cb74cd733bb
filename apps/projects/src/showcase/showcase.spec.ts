import { applicant, describeWhoMay, director, officer, person, refusalsHaveExamples, stateAfter } from '@xietong/testing';
import { declined, nominated, participants, projectId, published, registrar, selected, withdrawn } from './example.fixture.ts';
import { Nominate } from './decide/nominate.ts';
import { content } from './example.fixture.ts';
import { Showcase } from './showcase.ts';

describeWhoMay(Showcase, {
  state: stateAfter(Showcase, [nominated]),
  people: {
    'officer of the registrar': officer(registrar),
    'director of the registrar': director(registrar),
    'officer of another agency': officer('NO-03/inn'),
    'director of another agency': director('NO-03/inn'),
    'applicant of a participant': applicant(participants[0]),
    analyst: person('analyst', { agency: registrar }),
  },
  meant: {
    officer: ['officer of the registrar', 'officer of another agency'],
    'director of registrar': ['director of the registrar'],
  },
});

test('a project has one showcase, which has its id', () => {
  const input = Nominate.parse({ project: projectId, ...content });
  expect(Showcase.commands.nominate.id?.(input, officer(registrar))).toBe(projectId);
});

test('the registrar and the participants read a showcase, and everyone its excerpt while it is published', () => {
  const readersAfter = (...history: Parameters<typeof Showcase.evolve>[1][]) => {
    const state = stateAfter(Showcase, history);
    return [Showcase.audience(state), Showcase.excerpt?.audience(state)];
  };
  const parties = ['agency:NO-03/rcn', 'org:NO-ORGNR:919303808', 'org:CN-USCI:91331082MA00D034X0'];
  for (const history of [[nominated], [nominated, selected], [nominated, declined], [nominated, selected, published, withdrawn]]) {
    expect(readersAfter(...history)).toEqual([parties, []]);
  }
  expect(readersAfter(nominated, selected, published)).toEqual([parties, ['public']]);
});

test('the excerpt tells what the example is, and not who takes part', () => {
  const shown = Showcase.excerpt?.of(stateAfter(Showcase, [nominated, selected, published]));
  expect(shown).toEqual({ status: 'published', project: projectId, registrar, ...content, year: 2026 });
  expect(Showcase.excerpt?.state.parse(shown)).toEqual(shown);
  expect(() => Showcase.excerpt?.of(stateAfter(Showcase, [nominated, selected]))).toThrow('a showcase that is selected has no public part');
});

test('a showcase is found by its agency, its year, its title and its regions', () => {
  const state = stateAfter(Showcase, [nominated, selected, published]);
  expect(Object.fromEntries(Object.entries(Showcase.keys).map(([name, of]) => [name, of(state)]))).toEqual({
    status: 'published',
    agency: registrar,
    title: content.title,
    year: 2026,
  });
  expect(Showcase.tags['region']?.(state)).toEqual(['NO-50', 'CN-331082']);
  expect(Showcase.keys['year']?.(stateAfter(Showcase, [nominated]))).toBeUndefined();
  expect(Showcase.agency?.(state)).toBe(registrar);
});

refusalsHaveExamples(Showcase, import.meta.dirname);

test('an event on a showcase where it cannot have happened is a fault', () => {
  expect(() => Showcase.evolve(undefined, selected)).toThrow("'showcase.selected' of a showcase that was never nominated");
  expect(() => Showcase.evolve(stateAfter(Showcase, [nominated]), published)).toThrow('the showcase is nominated, not selected');
});
