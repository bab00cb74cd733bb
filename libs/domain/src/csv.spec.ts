import { csvLine } from './csv.ts';

test('a line of a table ends as RFC 4180 says, and quotes what would end a cell or a line', () => {
  expect(csvLine(['a', 'b,c', 'he said "no"', 'two\r\nlines', ''])).toBe('a,"b,c","he said ""no""","two\r\nlines",\r\n');
});

test('a text that a spreadsheet would run as a formula is made plain, a number below zero is not', () => {
  expect(csvLine(['=1+1', '@SUM(A1)', '-5', -5, '\tx'])).toBe("'=1+1,'@SUM(A1),-5,-5,'\tx\r\n");
});
