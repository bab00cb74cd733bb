import { parseTopic, topicsOf } from './topic.ts';

test("a topic's name says whose it is, and which source its events must have", () => {
  expect(parseTopic('CN-331082.kjj.projects')).toEqual({ agency: 'CN-331082/kjj', context: 'projects', source: '/CN-331082/kjj/projects' });
});

test('a name that is no topic of an agency is a fault', () => {
  expect(() => parseTopic('__consumer_offsets')).toThrow("'__consumer_offsets' is not a topic");
});

test.each([
  ['NO-03.rcn.projects', true],
  ['NO.rcn.projects', true],
  ['CN-331082.kjj.market', true],
  ['NO-03.rcn.talent', false],
  ['NO-03.rcn.projects.admitted', false],
  ['projects', false],
])('of the contexts projects and market, %s is subscribed to: %s', (topic, subscribed) => {
  expect(topicsOf(['projects', 'market']).test(topic)).toBe(subscribed);
});
