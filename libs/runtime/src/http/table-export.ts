import { type CsvCell as Cell, csvLine } from '@xietong/domain';
import type { ExportedTable } from '@xietong/kernel';
import { z } from 'zod';

export const csvType = 'text/csv';
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Row = Readonly<Record<string, Cell>>;

/** A list of flat rows in an answer, and what else the answer says of them (unit, watermark). */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly about: Row;
}

/** The columns that every row has by a query's output; undefined when `rows` is no list of rows there. */
export function findColumns(output: z.ZodType, rows: string): string[] | undefined {
  const { properties } = z.toJSONSchema(output, { unrepresentable: 'any' });
  const list = properties?.[rows];
  const row = typeof list === 'object' ? list.items : undefined;
  return typeof row === 'object' && !Array.isArray(row) && row.type === 'object' ? (row.required ?? []) : undefined;
}

/** The table in an answer; without rows the columns are those of `columnsAlways`. Throws when there is no such list. */
export function tableOf(output: unknown, { rows: field, beside = {} }: ExportedTable, columnsAlways: readonly string[]): Table {
  const { [field]: list, ...about } = output as Record<string, Cell>;
  if (!Array.isArray(list)) throw new Error(`the answer has no list '${field}' to export`);
  const rows = list as readonly Row[];
  const columns = rows.length > 0 ? [...new Set(rows.flatMap((row) => Object.keys(row)))] : columnsAlways;
  const ofAllRows = Object.fromEntries(Object.values(beside).map((said) => [said, about[said]]));
  return {
    columns: columns.flatMap((column) => [column, beside[column] ?? []].flat()),
    rows: rows.map((row) => ({ ...row, ...ofAllRows })),
    about,
  };
}

/** CSV by RFC 4180 in UTF-8 without a byte order mark: a header, CRLF, and no cell that a spreadsheet would run as a formula. */
export function toCsv({ columns, rows }: Pick<Table, 'columns' | 'rows'>): string {
  return [columns, ...rows.map((row) => columns.map((column) => row[column]))].map(csvLine).join('');
}

/** A workbook with the rows on the first sheet and the rest of the answer on the second. */
export async function toXlsx({ columns, rows, about }: Table): Promise<Uint8Array> {
  // Loaded at the first export: it costs memory that a service without exports does not need.
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.addWorksheet('rows').addRows([columns, ...rows.map((row) => columns.map((column) => xlsxCell(row[column])))]);
  workbook.addWorksheet('about').addRows(Object.entries(about).map(([name, value]) => [name, xlsxCell(value)]));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

// A string is stored as a string in a workbook, never as a formula.
const xlsxCell = (value: Cell): string | number | boolean | null =>
  typeof value === 'object' ? (value === null ? null : JSON.stringify(value)) : (value ?? null);
