import { askedQuestions } from '@xietong/bench/questions';
import { figureQueries, questions } from './figure-queries.ts';

const run = { seed: 'abc', password: 'secret', agency: '', rate: 1, seconds: 1 };
const requests = questions.map((_, n) => figureQueries.requestOf(n, run));

describe('the queries of figures', () => {
  it('are the commonest ones, those whose cost the bench measures', () => {
    expect(questions.map(([metric, query]) => ({ metric, ...query }))).toEqual(askedQuestions);
  });

  it('are asked in turn, each as its address says', () => {
    expect(requests[0]).toMatchObject({ method: 'GET', door: 'reporting', path: '/v1/figures/projects', as: 'analyst' });
    expect(requests[7]).toMatchObject({ path: '/v1/figures/pair-projects?by=a%2Cb' });
    expect(requests[9]).toMatchObject({ path: '/v1/figures/granted-amount?by=year&region=NO-03' });
    expect(figureQueries.requestOf(questions.length + 7, run)).toEqual(requests[7]);
  });

  it('do not say which answer they already have', () => {
    for (const { headers } of requests) expect(headers).toEqual({});
  });
});
