import { director, describeWhoMay, officer, person, refusalsHaveExamples, stateAfter } from '@xietong/testing';
import { agency, area, callId, choice, decision } from './example.fixture.ts';
import { Panel } from './panel.ts';

describeWhoMay(Panel, {
  state: stateAfter(Panel, [decision]),
  people: {
    'its director': director(agency),
    'its officer': officer(agency),
    'director of another agency': director('NO-03/inn'),
    expert: person('expert', { agency }),
  },
  meant: { director: ['its director', 'director of another agency'], 'director of agency': ['its director'] },
});

test('a panel is known by its call and its area, and read by its agency alone', () => {
  const state = stateAfter(Panel, [decision]);
  expect(Panel.commands.shortlist.id?.(choice, director(agency))).toBe(`${callId}.${area}`);
  expect(Panel.audience(state)).toEqual(['agency:CN-331082/kjj']);
  expect(Panel.agency?.(state)).toBe(agency);
  expect(Object.fromEntries(Object.entries(Panel.keys).map(([name, of]) => [name, of(state)]))).toEqual({ call: callId, agency, area });
});

refusalsHaveExamples(Panel, import.meta.dirname);
