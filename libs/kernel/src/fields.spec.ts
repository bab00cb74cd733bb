import { pickFields } from './fields.ts';

const state = { status: 'scored', content: { title: 'x', summary: 'long' }, assessment: { total: 1, scores: [1], comment: 'long' } };

test('of a state the fields that are named are picked, those within others by their paths', () => {
  expect(pickFields(state, ['status', 'content.title', 'assessment.total', 'assessment.scores', 'nowhere', 'status.x'])).toEqual({
    status: 'scored',
    content: { title: 'x' },
    assessment: { total: 1, scores: [1] },
  });
});

test('a field that is named whole is picked whole', () => {
  expect(pickFields(state, ['content', 'content.title'])).toEqual({ content: state.content });
  expect(pickFields(state, [])).toEqual({});
});
