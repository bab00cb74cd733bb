import {
  eventsQueryOf,
  figureAddress,
  figureEventsAddress,
  parkedAddress,
  parkedMessageAddress,
  replayAddress,
  projectHistoryAddress,
  projectsAddress,
} from './addresses.ts';

describe('addresses of figures', () => {
  test('name the dimensions, the filters and the watermark', () => {
    const filters = { region: 'NO-03', years: { from: 2014, to: 2021 } };
    expect(figureAddress('pair-projects', ['a', 'b'], filters, 'w/7')).toBe(
      '/api/reporting/v1/figures/pair-projects?by=a,b&year=2014..2021&region=NO-03&at=w%2F7',
    );
  });

  test('are bare for a total without filters', () => {
    expect(figureAddress('projects', [], {})).toBe('/api/reporting/v1/figures/projects');
  });
});

describe('addresses of the events behind a row', () => {
  const link = '/v1/figures/pair-projects/events?a=NO-03&b=NO-30&at=0%3A12';

  test('survive the journey through the address of the page', () => {
    expect(figureEventsAddress('pair-projects', eventsQueryOf(link))).toBe(`/api/reporting${link}`);
  });

  test('go on after a cursor', () => {
    expect(figureEventsAddress('pair-projects', 'a=NO-03', 'c1')).toBe('/api/reporting/v1/figures/pair-projects/events?a=NO-03&after=c1');
  });

  test('cannot be led to another path by what the address of the page holds', () => {
    expect(figureEventsAddress('../../projects', '/../x?y=1')).toBe('/api/reporting/v1/figures/..%2F..%2Fprojects/events?/../x?y=1');
  });
});

describe('addresses of projects', () => {
  test('hold the filters, the order, the page and the wish for a count', () => {
    const filters = { status: ['active', 'exited'] as const, year: '2020', region: 'NO-03', sort: '-signedOn' as const };
    expect(projectsAddress(filters, 'c2')).toBe(
      '/api/projects/v1/projects?status=active,exited&year=2020&region=NO-03&sort=-signedOn&limit=25&after=c2&count=true',
    );
  });

  test('lead to a history, page by page', () => {
    expect(projectHistoryAddress('NO-03.rcn.951956')).toBe('/api/projects/v1/projects/NO-03.rcn.951956/history');
    expect(projectHistoryAddress('NO-03.rcn.951956', 'c3')).toBe('/api/projects/v1/projects/NO-03.rcn.951956/history?after=c3');
  });
});

test('addresses of parked messages name the filters, the page and the message', () => {
  expect(parkedAddress({ service: 'reporting', status: 'parked' })).toBe('/api/reporting/v1/parked?status=parked&limit=25');
  expect(parkedAddress({ service: 'projects', key: 'a', reason: 'not-json', status: 'discarded' }, 'c1')).toBe(
    '/api/projects/v1/parked?key=a&reason=not-json&status=discarded&limit=25&after=c1',
  );
  expect(parkedMessageAddress('reporting', 'facts~t~0~1')).toBe('/api/reporting/v1/parked/facts~t~0~1');
  expect(replayAddress('projects')).toBe('/api/projects/v1/parked/replay');
});
