import { findMessageId, parseParkedFilters, toParkedParameters, withMessage, withoutMessage } from './parked-filters.ts';

const read = (query: string) => parseParkedFilters(new URLSearchParams(query));

test('the filters of parked messages are read from the address, and what makes no sense is left out', () => {
  expect(read('service=projects&key= NO-03.rcn.1 &reason=unfit-data&status=discarded')).toEqual({
    service: 'projects',
    key: 'NO-03.rcn.1',
    reason: 'unfit-data',
    status: 'discarded',
  });
  expect(read('service=talent&key=&reason=dislike&status=lost')).toEqual({ service: 'reporting', status: 'parked' });
});

test('filters survive the journey through the address', () => {
  const filters = { service: 'projects', key: 'NO-03.rcn.1', reason: 'not-json', status: 'applied' } as const;
  expect(parseParkedFilters(toParkedParameters(filters))).toEqual(filters);
  expect(toParkedParameters({ service: 'reporting', status: 'parked' }).toString()).toBe('');
});

test('an open message stands beside the filters, and leaves them when it is closed', () => {
  const open = withMessage(new URLSearchParams('key=a'), 'facts~t~0~1');
  expect([findMessageId(open), withoutMessage(open).toString()]).toEqual(['facts~t~0~1', 'key=a']);
});
