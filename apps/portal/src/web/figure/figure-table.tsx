import { Table, type TableColumnType } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { dimensionOf, type Figure, type FigureRow, sizeOf } from '../api/figures.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { openedHere, withEvents } from '../url/events-in-address.ts';
import { compareDimensions, rowKey, shareOfLargest } from './figure-rows.ts';

const rowsOnPage = 50;

/** The rows of a figure; each value opens the events that it was computed from. */
export const FigureTable = ({ figure, by }: { figure: Figure; by: readonly string[] }) => {
  const { text } = useLanguage();
  const format = useFormat();
  const [parameters] = useSearchParams();
  const label = (row: FigureRow, dimension: string) => format.dimension(dimension, dimensionOf(row, dimension));
  const nameOf = (row: FigureRow) => (by.length === 0 ? text.figure.total : by.map((dimension) => label(row, dimension)).join(' – '));
  const share = shareOfLargest(figure.rows);
  const written = (row: FigureRow) => format.value(row.value, figure.unit);
  // Digits are of one width, so the bars begin at one line.
  const minWidth = `${Math.max(0, ...figure.rows.map((row) => written(row).length))}ch`;

  const dimensionColumns = by.map((dimension): TableColumnType<FigureRow> => ({
    key: dimension,
    title: text.figure.dimensions[dimension] ?? dimension,
    render: (_, row) => label(row, dimension),
    sorter: (one, other) => compareDimensions(label(one, dimension), label(other, dimension)),
  }));
  const valueColumn: TableColumnType<FigureRow> = {
    key: 'value',
    title: text.figure.value,
    align: 'right',
    defaultSortOrder: 'descend',
    sorter: (one, other) => sizeOf(one) - sizeOf(other),
    render: (_, row) => (
      <div className="figure-value">
        <progress className="figure-share" value={share(row)} max={1} aria-hidden="true" />
        <Link
          to={{ search: withEvents(parameters, row.events).toString() }}
          state={openedHere}
          preventScrollReset
          style={{ minWidth }}
          aria-label={`${written(row)}, ${text.figure.openEvents(nameOf(row))}`}
        >
          {written(row)}
        </Link>
      </div>
    ),
  };
  const totalColumn: TableColumnType<FigureRow> = { key: 'total', title: '', render: () => text.figure.total };

  return (
    <Table
      className="figure-table"
      size="middle"
      rowKey={(row) => rowKey(row, by)}
      dataSource={[...figure.rows]}
      columns={[...(by.length === 0 ? [totalColumn] : dimensionColumns), valueColumn]}
      showSorterTooltip={false}
      sortDirections={['descend', 'ascend', 'descend']}
      pagination={figure.rows.length > rowsOnPage ? { pageSize: rowsOnPage, showSizeChanger: false } : false}
    />
  );
};
