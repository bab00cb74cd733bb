/** What a cell of a table can hold; nothing is an empty cell, and what is not flat is written as JSON. */
export type CsvCell = string | number | boolean | null | undefined | object;

/** One line of CSV by RFC 4180 with its CRLF, and no cell that a spreadsheet would run as a formula. */
export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

const csvCell = (value: CsvCell): string => {
  const text = typeof value === 'string' ? inert(value) : plain(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

// Spreadsheets run text that begins so; the apostrophe is how they mark plain text (OWASP, CSV injection). A number too large for
// JSON comes as text and stays as it is.
const inert = (text: string): string => (/^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text);

const plain = (value: CsvCell): string =>
  value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
