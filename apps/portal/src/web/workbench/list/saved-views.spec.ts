import { parseViews, viewsKey, withoutView, withView } from './saved-views.ts';

const mine = { name: '我的待办', search: 'status=raised' };

test('a view is kept under its name, a newer one of that name in its place, and taken away by it', () => {
  const views = withView(withView([], mine), { name: 'b', search: '' });
  expect(withView(views, { ...mine, search: 'status=closed' })).toHaveLength(2);
  expect(withoutView(views, 'b')).toEqual([mine]);
});

test('what a browser has kept is read again, and anything else is as if there were nothing', () => {
  expect(parseViews(JSON.stringify([mine]))).toEqual([mine]);
  expect([null, '', '{', '{"name":1}', '[{"name":1}]'].map(parseViews)).toEqual([[], [], [], [], []]);
});

test('people who share a browser do not see each other’s views', () => {
  expect(viewsKey('a', 'projects', 'risks')).not.toBe(viewsKey('b', 'projects', 'risks'));
});
