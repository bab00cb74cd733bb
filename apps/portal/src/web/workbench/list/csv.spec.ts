import { parse } from 'csv-parse/sync';
import { exampleRisk } from '../testing/example-risk.ts';
import { collectionNamed } from '../testing/golden-collections.ts';
import { wordsFor } from '../words.ts';
import { csvName, toCsv } from './csv.ts';
import { readAll } from './read-all.ts';

const risks = collectionNamed('projects', 'risks');

describe('what is listed as CSV', () => {
  const csv = toCsv(risks, [exampleRisk, { ...exampleRisk, id: 'r2', assessment: undefined }], wordsFor('risk', 'zh'));
  const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true });

  test('has the columns of the list, in the words of the reader', () => {
    expect(rows[0]).toMatchObject({ 编号: 'r1', 状态: '已评估', 类型: '市场风险', 风险等级: '高', 更新时间: '2026-03-10T08:00:00.000Z' });
  });

  test('leaves empty what a document does not have', () => {
    expect(rows[1]).toMatchObject({ 编号: 'r2', 风险等级: '' });
  });

  test('runs no formula in a spreadsheet, and quotes what it holds', () => {
    expect(rows[0]).toMatchObject({ 风险: '\'=HYPERLINK("http://evil.example")' });
  });

  test('is read by spreadsheets as the Chinese that it is', () => {
    expect(csv.charCodeAt(0)).toBe(0xfeff);
  });

  test('is kept under the name of the list and the day', () => {
    expect(csvName(risks, '2026-03-10')).toBe('risks_2026-03-10.csv');
  });
});

describe('a list that is read to its end', () => {
  const pages = [
    { items: [1, 2], next: 'c2', count: 5 },
    { items: [3, 4], next: 'c3', count: 5 },
    { items: [5], count: 5 },
  ];
  const reading = (signal: AbortSignal, onProgress: (read: number, all: number) => void = () => undefined) =>
    readAll({
      readPage: (cursor) => Promise.resolve(pages[cursor === undefined ? 0 : Number(cursor.slice(1)) - 1] ?? { items: [] }),
      onProgress,
      signal,
    });

  test('is whole, in its order, and says how far it has come', async () => {
    const told: string[] = [];
    expect(await reading(new AbortController().signal, (read, all) => told.push(`${read}/${all}`))).toEqual([1, 2, 3, 4, 5]);
    expect(told).toEqual(['2/5', '4/5', '5/5']);
  });

  test('is nothing where it was stopped', async () => {
    const stop = new AbortController();
    expect(await reading(stop.signal, (read) => (read === 4 ? stop.abort() : undefined))).toBeUndefined();
  });
});
