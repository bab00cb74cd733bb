import { isRefusal, type Lookup } from '@xietong/kernel';
import { director, lookupOver, officer, stateAfter } from '@xietong/testing';
import { Application } from '../application/application.ts';
import { Call } from '../call/call.ts';
import { Review } from '../review/review.ts';
import { agency, applications, awaited, callId, decision, table } from './example.fixture.ts';
import { Panel } from './panel.ts';
import { answerAreas, panelAreas } from './panel-areas.ts';

const statesOf = (found: typeof table.applications) => Object.fromEntries(found.map(({ id, state }) => [id, state as object]));
const looking = (around: Partial<typeof table> = {}, panels: Readonly<Record<string, object>> = {}): Lookup => {
  const { call, applications: handedIn, reviews } = { ...table, ...around };
  return lookupOver({
    documents: [
      [Call, { [callId]: call ?? {} }],
      [Application, statesOf(handedIn)],
      [Review, Object.fromEntries(reviews.map(({ state }, place) => [`review-${place}`, state as object]))],
      [Panel, panels],
    ],
  });
};
const ask = async (look: Lookup, actor = officer(agency), call = callId) => {
  const answer = await answerAreas(look)({ call }, actor);
  return isRefusal(answer) ? answer : panelAreas.output.parse(answer);
};

test('of each area of a call it is told how many places there are, what is to be decided on and how many reviews are awaited', async () => {
  const around = {
    applications: applications({ best: 'eligible', good: 'eligible', fair: 'submitted' }),
    reviews: [...table.reviews, awaited('good'), awaited('good'), awaited('fair')],
  };
  expect(await ask(looking(around))).toMatchObject({
    call: callId,
    items: [
      { code: 'smart-manufacturing', quota: 2, places: 2, eligible: 2, awaited: 2 },
      { code: 'biomedicine', quota: 20, places: 20, eligible: 0, awaited: 0 },
    ],
  });
});

test('a place that the panel gave is taken at once, and free again when it is lost', async () => {
  const panels = { [`${callId}.smart-manufacturing`]: stateAfter(Panel, [decision]) };
  expect(await ask(looking({}, panels))).toMatchObject({ items: [{ places: 0, eligible: 1 }, {}] });
  const lost = { applications: applications({ best: 'shortlisted', good: 'refused', fair: 'eligible' }) };
  expect(await ask(looking(lost, panels))).toMatchObject({ items: [{ places: 1, eligible: 1 }, {}] });
});

test('to the staff of another agency there are none', async () => {
  expect(await ask(looking(), director('NO-03/inn'))).toMatchObject({ refused: 'call-unknown' });
  expect(await ask(looking(), officer(agency), 'no call')).toMatchObject({ refused: 'call-unknown' });
});
