import { lookupOver, stateAfter } from '@xietong/testing';
import { drafted } from '../../application/example.fixture.ts';
import { Application } from '../../application/application.ts';
import { Call } from '../../call/call.ts';
import { Review } from '../../review/review.ts';
import { area, byDirector, callId, choice, decision, panel, table } from '../example.fixture.ts';
import { onTheTable } from './shortlist.ts';

const statesOf = (found: typeof table.applications) => Object.fromEntries(found.map(({ id, state }) => [id, state as object]));

test('a panel decides by what the service keeps: all that was handed in of its area, and the reviews of it', async () => {
  const [best] = table.applications;
  const elsewhere = { ...(best?.state as object), call: 'another call' };
  const look = lookupOver({
    documents: [
      [Call, { [callId]: table.call ?? {} }],
      [Application, { ...statesOf(table.applications), draft: stateAfter(Application, [drafted]), elsewhere }],
      [Review, Object.fromEntries(table.reviews.map(({ state }, place) => [`review-${place}`, state as object]))],
    ],
  });
  const found = await onTheTable(look, { call: callId, area });
  expect(found.applications.map(({ id }) => id)).toEqual(['best', 'fair', 'good']);
  expect(found.reviews).toHaveLength(table.reviews.length);
  expect((await onTheTable(look, { call: callId, area: 'biomedicine' })).applications).toEqual([]);
  panel(found)
    .when('shortlist', choice, { ...byDirector, gathered: found })
    .then([decision]);
});
