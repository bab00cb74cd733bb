import type { ExportedTable } from '@xietong/kernel';
import { z } from 'zod';

export const csvType = 'text/csv';
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Cell = string | number | boolean | null | undefined | object;
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
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  return lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
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

function csvCell(value: Cell): string {
  const text = typeof value === 'string' ? inert(value) : plain(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// Spreadsheets run text that begins so; the apostrophe is how they mark plain text (OWASP, CSV injection). A number too large for
// JSON comes as text and stays as it is.
const inert = (text: string): string => (/^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text);

const plain = (value: Cell): string =>
  value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);

// A string is stored as a string in a workbook, never as a formula.
const xlsxCell = (value: Cell): string | number | boolean | null =>
  typeof value === 'object' ? (value === null ? null : JSON.stringify(value)) : (value ?? null);
