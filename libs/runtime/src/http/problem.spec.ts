import { platformProblems } from './platform-problems.ts';
import { platformProblem, refusalProblem, statusOfKind, toReply } from './problem.ts';

const table = {
  'no-such-call': {
    kind: 'missing',
    title: { zh: '没有此指南', en: 'No such call' },
    remedy: { zh: '请检查编号。', en: 'Check the number.' },
  },
} as const;

test('each kind of refusal has its status', () => {
  expect(statusOfKind).toEqual({ invalid: 422, forbidden: 403, missing: 404, conflict: 409 });
});

test('every problem of the platform has a status of an error, and both languages say what to do', () => {
  for (const { status, title, remedy } of Object.values(platformProblems)) {
    expect(status).toBeGreaterThanOrEqual(400);
    for (const text of [title.zh, remedy.zh]) expect(text).toMatch(/[\u4e00-\u9fff]/);
    for (const text of [title.en, remedy.en]) expect(text).not.toMatch(/[\u4e00-\u9fff]/);
  }
});

test('the particulars are a sentence for people and an object for programs', () => {
  const problem = refusalProblem({ refused: 'no-such-call', details: { call: 'A-1', known: ['B-1', 'B-2'], range: { from: 1 } } }, table);
  const body = JSON.parse(String(toReply(problem, 'en', 't').body));
  expect(body).toMatchObject({
    title: 'No such call',
    status: 404,
    detail: 'call: A-1; known: B-1, B-2; range: {"from":1}',
    details: { call: 'A-1' },
  });
});

test('a refusal that the service does not declare is a fault, not an answer', () => {
  expect(() => refusalProblem({ refused: 'other', details: {} }, table)).toThrow("refusal 'other' has no row in the problem table");
});

test('a 500 holds no more than its trace id', () => {
  const { body, status } = toReply(platformProblem('internal-fault'), 'zh', 't1');
  expect([status, Object.keys(JSON.parse(String(body)))]).toEqual([
    500,
    ['type', 'title', 'status', 'detail', 'code', 'remedy', 'traceid'],
  ]);
});
