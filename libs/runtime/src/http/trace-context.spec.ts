import { traceOf } from './trace-context.ts';

const right = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

test("the caller's trace goes on", () => {
  expect(traceOf(right)).toEqual({ traceId: '4bf92f3577b34da6a3ce929d0e0e4736', traceparent: right });
});

test.each([
  undefined,
  '',
  'x',
  [right, right],
  right.toUpperCase(),
  `ff${right.slice(2)}`,
  right.replace('4bf92f3577b34da6a3ce929d0e0e4736', '0'.repeat(32)),
  right.replace('00f067aa0ba902b7', '0'.repeat(16)),
  `${right}-x`,
])('anything else begins a new one: %j', (header) => {
  const { traceId, traceparent } = traceOf(header);
  expect(traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  expect(traceparent.split('-')[1]).toBe(traceId);
  expect(right).not.toContain(traceId);
});
