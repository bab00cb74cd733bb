import { type Comparison, type ComparedRow, differs } from './compare-figures.ts';

/** The table at the end of the year: what each figure is called, what the script counted, what reporting says. */
export function renderComparison({ rows, absent }: Comparison): string {
  const lines = rows.map((row) => [
    `${row.name.zh} ${row.name.en}${row.of === '' ? '' : `, ${row.of}`}`,
    shown(row.counted, row),
    row.figure === undefined ? '–' : shown(row.figure, row),
    differs(row) ? '≠' : '=',
  ]);
  const table = columns([['', 'counted 脚本', 'figure 指标', ''], ...lines]);
  const missing = absent.length === 0 ? [] : ['', `Not compared, as this reporting service has no such metric: ${absent.join(', ')}`];
  const wrong = rows.filter(differs);
  const verdict =
    wrong.length === 0
      ? 'Every figure is what the script counted itself.'
      : `${wrong.length} of ${rows.length} differ: ${wrong.map(({ metric, of }) => (of === '' ? metric : `${metric} of ${of}`)).join('; ')}`;
  return [...table, ...missing, '', verdict].join('\n');
}

function shown(value: number, { unit }: ComparedRow): string {
  if (unit === 'basis-point') return `${(value / 100).toFixed(2)} %`;
  return unit === 'money' ? `¥${(value / 100).toLocaleString('en-GB', { minimumFractionDigits: 2 })}` : value.toLocaleString('en-GB');
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, place) => Math.max(...rows.map((row) => widthOf(row[place] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, place) => {
        const padding = ' '.repeat((widths[place] ?? 0) - widthOf(cell));
        return place === 0 ? `  ${cell}${padding}` : `${padding}${cell}`;
      })
      .join('  ')
      .trimEnd(),
  );
}

// On a terminal a Chinese character, and its punctuation, is as wide as two others.
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u2e80-\u9fff\uff00-\uff60]/.test(character) ? 2 : 1), 0);
