import { allowedTo } from './description.ts';
import { collectionNamed, goldenCollections } from '../testing/golden-collections.ts';

const projects = goldenCollections('projects');

describe('the collections of a service', () => {
  test('are those of its documents and of what is shown of them to others, and no other list', () => {
    expect(projects.map(({ collection }) => collection)).toEqual([
      'calls',
      'applications',
      'publicised-applications',
      'reviews',
      'past-reviews',
      'panels',
      'projects',
      'risks',
      'exemptions',
      'exemption-votes',
      'showcases',
      'published-showcases',
      'alliances',
      'journals',
    ]);
    expect(goldenCollections('reporting')).toEqual([]);
  });

  test('are each called as their aggregate is', () => {
    expect(collectionNamed('projects', 'exemption-votes').aggregate).toBe('exemption-vote');
  });

  test('say what they are found and sorted by, without the words of every list', () => {
    const { filters, sorts } = collectionNamed('projects', 'risks');
    expect(filters).toEqual(['status', 'project', 'agency', 'kind', 'level', 'owner', 'answerBy']);
    expect(sorts).toEqual([...filters, 'deadline', 'createdAt', 'updatedAt']);
  });

  test('say how a document begins and what can be done with it, by whom', () => {
    const { create, commands } = collectionNamed('projects', 'risks');
    expect([create?.name, create?.act, create?.roles]).toEqual(['raise', undefined, ['officer', 'applicant']]);
    expect(commands.map(({ name, act }) => [name, act])).toEqual([
      ['assess', 'assess'],
      ['answer', 'answer'],
      ['close', 'close'],
    ]);
    expect(collectionNamed('projects', 'projects').commands.map(({ act }) => act)).toContain('set-plan');
  });

  test('have a history, but for what is only an excerpt of another', () => {
    expect(projects.filter(({ hasHistory }) => !hasHistory).map(({ collection }) => collection)).toEqual([
      'publicised-applications',
      'past-reviews',
      'published-showcases',
    ]);
  });
});

test('a reader is offered the commands of his roles, and no other', () => {
  const { commands } = collectionNamed('projects', 'risks');
  const offered = (...roles: string[]) => allowedTo(roles, commands).map(({ name }) => name);
  expect([offered('officer'), offered('applicant'), offered('analyst'), offered()]).toEqual([['assess', 'close'], ['answer'], [], []]);
});
