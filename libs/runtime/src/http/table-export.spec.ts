import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { type Table, tableOf, toCsv as toCsvOf } from './table-export.ts';

const toCsv = (rows: Table['rows']) => toCsvOf(tableOf({ rows }, { rows: 'rows' }, []));

test.each(['=1+1', '+a', '-a', '@SUM(A1)', '\tx', '\rx'])('text that a spreadsheet would run is made plain: %j', (text) => {
  expect(parse(toCsv([{ a: text }]), { columns: true })).toEqual([{ a: `'${text}` }]);
});

test('a number stays a number, below zero too', () => {
  expect(toCsv([{ a: -5, b: 0.5 }])).toBe('a,b\r\n-5,0.5\r\n');
});

test('a number that comes as text is a number too', () => {
  expect(toCsv([{ a: '-12345678901234567890', b: '+1.5', c: '-1+2' }])).toBe("a,b,c\r\n-12345678901234567890,+1.5,'-1+2\r\n");
});

test('nothing is an empty cell, and what is not flat is JSON', () => {
  expect(toCsv([{ a: null, b: undefined, c: { d: 1 }, e: true }])).toBe('a,b,c,e\r\n,,"{""d"":1}",true\r\n');
});

test('a column that some rows lack is empty there', () => {
  expect(toCsv([{ a: 1 }, { b: 2 }])).toBe('a,b\r\n1,\r\n,2\r\n');
});

test('Chinese is UTF-8 without a byte order mark', () => {
  expect([...Buffer.from(toCsv([{ 地区: '临海' }])).subarray(0, 3)]).toEqual([...Buffer.from('地')]);
});

test('any text comes back as it was, but for the mark before a formula', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(fc.array(fc.record({ a: text, b: text }), { minLength: 1 }), (rows) => {
      const read: Record<string, string>[] = parse(toCsv(rows), { columns: true, skip_empty_lines: false, record_delimiter: '\r\n' });
      const unmarked = (cell = '') => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
      const plain = ({ a = '', b = '' }: Partial<Record<string, string>>) => ({ a: unmarked(a), b: unmarked(b) });
      expect(read.map(plain)).toEqual(rows.map(plain));
    }),
  );
});

test('an answer without the rows that its query declares is a fault', () => {
  expect(() => tableOf({ unit: 'x' }, { rows: 'rows' }, [])).toThrow("the answer has no list 'rows' to export");
});

test('what holds for every row stands beside its column, in a table without rows too', () => {
  const csvOf = (rows: Table['rows']) =>
    toCsvOf(tableOf({ unit: 'EUR cent', rows }, { rows: 'rows', beside: { b: 'unit' } }, ['a', 'b', 'c']));
  expect(csvOf([{ a: 1, b: 2, c: 3 }])).toBe('a,b,unit,c\r\n1,2,EUR cent,3\r\n');
  expect(csvOf([])).toBe('a,b,unit,c\r\n');
});
