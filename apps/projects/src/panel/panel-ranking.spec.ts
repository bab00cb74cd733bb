import { isRefusal, type Lookup } from '@xietong/kernel';
import { director, officer, stateAfter } from '@xietong/testing';
import { applications, awaited, callId, decision, table } from './example.fixture.ts';
import { Panel } from './panel.ts';
import { answerRanking, panelRanking } from './panel-ranking.ts';

const area = 'smart-manufacturing';
const panel = stateAfter(Panel, [decision]);
const looking = (around: Partial<typeof table>, found: object | undefined = undefined): Lookup => ({
  find: async (name) => (name === 'panels' ? found : { ...table, ...around }.call),
  list: async (name) => (name === 'reviews' ? { ...table, ...around }.reviews : { ...table, ...around }.applications),
});
const ask = async (look: Lookup, asked = { call: callId, area }, actor = officer('CN-331082/kjj')) => {
  const answer = await answerRanking(look)(asked, actor);
  return isRefusal(answer) ? answer : panelRanking.output.parse(answer);
};

test('a panel has the applications of its area before it by rank, with what holds it up', async () => {
  const around = {
    applications: applications({ fair: 'eligible', best: 'eligible', good: 'eligible', late: 'submitted' }),
    reviews: [...table.reviews, awaited('fair')],
  };
  const answer = await ask(looking(around));
  expect(answer).toMatchObject({ call: callId, area, quota: 2, places: 2 });
  expect(('items' in answer ? answer.items : []).map((row) => [row.rank, row.application, row.mean, row.reviews, row.awaited])).toEqual([
    [1, 'best', 87_50, 2, 0],
    [2, 'good', 80_00, 2, 0],
    [3, 'fair', 65_00, 2, 1],
  ]);
});

test('places that the panel gave are taken from its decision on, and free again when they are lost', async () => {
  expect(await ask(looking({}, panel))).toMatchObject({ places: 0 });
  const lost = { applications: applications({ best: 'shortlisted', good: 'refused', fair: 'eligible' }) };
  expect(await ask(looking(lost, panel))).toMatchObject({ places: 1 });
});

test('which of them the panel gave a place is told at once, with what the reviews say on each axis', async () => {
  const answer = await ask(looking({}, panel));
  const items = 'items' in answer ? answer.items : [];
  expect(items.map(({ application, isListed }) => [application, isListed])).toEqual([
    ['best', true],
    ['good', true],
    ['fair', false],
  ]);
  expect(items[0]?.axes.map(({ axis }) => axis)).toEqual(['advancement', 'pull', 'feasibility']);
});

test('an area without applications has an empty ranking', async () => {
  expect(await ask(looking({ applications: [], reviews: [] }))).toMatchObject({ places: 2, items: [] });
});

test('there is none for another agency, nor of an area that the call does not have', async () => {
  expect(await ask(looking({}), undefined, director('NO-03/inn'))).toMatchObject({ refused: 'call-unknown' });
  expect(await ask(looking({}), { call: callId, area: 'astrology' })).toMatchObject({ refused: 'area-unknown' });
});
