import { findEvents, withEvents, withoutEvents } from './events-in-address.ts';

test('the events of a row are opened and closed in the address, beside whatever it holds', () => {
  const page = new URLSearchParams('by=a,b&region=NO-03');
  const open = withEvents(page, '/v1/figures/pair-projects/events?a=NO-03&b=NO-30&at=start');
  expect(findEvents(new URLSearchParams(open.toString()))).toBe('a=NO-03&b=NO-30&at=start');
  expect(findEvents(page)).toBeUndefined();
  expect(withoutEvents(open).toString()).toBe(page.toString());
});
