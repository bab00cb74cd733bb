import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { topPairs } from './first-figures.ts';

describe('the first figures', () => {
  let server: Server;
  let counted: number[];
  const asked: string[] = [];
  const rows = [
    { a: 'NO-30', b: 'NO-50', value: 71 },
    { a: 'NO-03', b: 'NO-30', value: 98 },
    { a: 'NO-03', b: 'NO-50', value: 81 },
    { a: 'NO-46', b: 'NO-50', value: 9 },
    { a: 'NO-11', b: 'NO-50', value: 9 },
    { a: 'NO-03', b: 'NO-11', value: 20 },
    { a: 'NO-03', b: 'NO-18', value: 1 },
  ];

  beforeEach(async () => {
    server = createServer((request, response) => {
      asked.push(`${request.headers.authorization} ${request.url}`);
      const total = { rows: [{ value: counted.length > 1 ? counted.shift() : counted[0] }] };
      response.end(JSON.stringify(request.url?.includes('pair-projects') ? { rows } : total));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  afterEach(() => server.close());

  it('wait until everything is counted, then are the six pairs with most projects, most first', async () => {
    counted = [0, 1200, 1957];
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const pairs = await topPairs(url, 'bearer', 1957);
    expect(pairs.map(({ a, b, projects }) => `${a} ${b} ${projects}`)).toEqual([
      'NO-03 NO-30 98',
      'NO-03 NO-50 81',
      'NO-30 NO-50 71',
      'NO-03 NO-11 20',
      'NO-11 NO-50 9',
      'NO-46 NO-50 9',
    ]);
    expect(asked).toEqual([
      ...Array<string>(3).fill('Bearer bearer /v1/figures/projects'),
      'Bearer bearer /v1/figures/pair-projects?by=a,b',
    ]);
  });
});
