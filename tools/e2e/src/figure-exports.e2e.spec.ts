import exceljs from 'exceljs';
import { askFigure, figureUrl } from './figure-requests.ts';
import { metrics } from './figures-by-hand.ts';
import { tokenOf } from './platform-access.ts';
import { askAs } from './requests.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe.each(Object.entries(metrics))('%s, broken down in full', (metric, { dimensions }) => {
  const question = { metric, by: dimensions };
  const columns = [...dimensions, 'value', 'unit', 'events'];
  const tableOf = async () => {
    const { rows, ...about } = await askFigure('rcn-analyst', question);
    const { unit } = about;
    return { about, table: [columns, ...rows.map((row) => columns.map((column) => ({ ...row, unit })[column]))] };
  };

  test('is the same table as CSV, with its unit, in a file of its name', async () => {
    const { table } = await tableOf();
    const { headers, text } = await askAs('rcn-analyst', figureUrl(question), { headers: { accept: 'text/csv' } });
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${metric}.csv"`);
    // No cell of these tables needs quotation marks: links write a comma as %2C.
    expect(text).toBe(table.map((cells) => `${cells.join(',')}\r\n`).join(''));
  });

  test('is the same table as a workbook, with its unit and watermark beside it', async () => {
    const { about, table } = await tableOf();
    const response = await fetch(figureUrl(question), {
      headers: { authorization: `Bearer ${await tokenOf('rcn-analyst')}`, accept: xlsx },
    });
    expect(response.headers.get('content-type')).toBe(xlsx);
    const workbook = await new exceljs.Workbook().xlsx.load(await response.arrayBuffer());
    const [rows, more] = workbook.worksheets.map((sheet) => cellsOf(sheet));
    expect(rows).toEqual(table);
    expect(more).toEqual(Object.entries(about));
  });
});

const cellsOf = (sheet: exceljs.Worksheet): unknown[][] =>
  sheet.getSheetValues().flatMap((row) => (Array.isArray(row) ? [row.slice(1)] : []));
