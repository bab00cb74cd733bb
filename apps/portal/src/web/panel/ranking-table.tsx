import { Input, Select } from 'antd';
import { Fragment, type KeyboardEvent, useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { CallOfPanels, Ranking } from '../api/panel.ts';
import { useRoles } from '../session/session-context.tsx';
import { Statement } from '../states/statement.tsx';
import '../filters/filter-bar.css';
import '../style/table.css';
import { useFormat } from '../text/use-format.ts';
import { useLanguage } from '../text/language.tsx';
import { useReviewingText } from '../text/use-reviewing-text.ts';
import { parseRankingFilters, type RankingFilters, shownParts, toRankingParameters } from '../url/ranking-filters.ts';
import { lineAfter, marksOf, shownRows } from './choice.ts';
import { RankingRow } from './ranking-row.tsx';
import type { RowRefusal } from './row-refusals.ts';

interface RankingTableProps {
  readonly ranking: Ranking;
  readonly axes: CallOfPanels['scoring']['axes'];
  readonly refusals: ReadonlyMap<string, RowRefusal>;
  /** Of whoever may choose. */
  readonly chosen?: ReadonlySet<string>;
  readonly onChoose?: (change: (chosen: ReadonlySet<string>) => ReadonlySet<string>) => void;
}

interface FilterBarProps {
  readonly filters: RankingFilters;
  readonly change: (next: Partial<RankingFilters>) => void;
}

const FilterBar = ({ filters, change }: FilterBarProps) => {
  const { text } = useLanguage();
  const words = useReviewingText().panel;
  return (
    <div className="filter-bar" role="search" aria-label={text.filters.label}>
      <Input
        className="ranking-search"
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        allowClear
        value={filters.text}
        onChange={({ target }) => change({ text: target.value })}
      />
      <Select
        className="ranking-show"
        aria-label={words.show}
        value={filters.show}
        onChange={(show) => change({ show })}
        options={shownParts.map((part) => ({ value: part, label: words.shown[part] }))}
      />
    </div>
  );
};

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

// From box to box by the arrow keys, as in a list of choices.
const moveFocus = (event: KeyboardEvent<HTMLElement>) => {
  const step = steps[event.key];
  if (step === undefined || !(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type="checkbox"]:enabled')];
  boxes[boxes.indexOf(event.target) + step]?.focus();
};

const Head = ({ axes, isChoosing }: { axes: RankingTableProps['axes']; isChoosing: boolean }) => {
  const words = useReviewingText().panel.columns;
  const format = useFormat();
  return (
    <thead>
      <tr>
        {isChoosing && <th scope="col">{words.choose}</th>}
        <th scope="col" className="number">
          {words.rank}
        </th>
        <th scope="col">{words.application}</th>
        <th scope="col" className="number">
          {words.total}
        </th>
        {axes.map(({ code, title, weightPercent }) => (
          <th key={code} scope="col" className="number ranking-axis">
            {title} {format.percent(weightPercent)}
          </th>
        ))}
        <th scope="col" className="number">
          {words.spread}
        </th>
        <th scope="col">{words.reviews}</th>
        <th scope="col">{words.state}</th>
      </tr>
    </thead>
  );
};

/** The ranking of an area, with the line of the quota, what is to be looked at twice, and a box a row for whoever may choose. */
export const RankingTable = ({ ranking, axes, refusals, chosen, onChoose }: RankingTableProps) => {
  const words = useReviewingText().panel;
  const format = useFormat();
  const mayInvite = useRoles().includes('officer');
  const [parameters, setParameters] = useSearchParams();
  const filters = parseRankingFilters(parameters);
  const change = (next: Partial<RankingFilters>) => setParameters(toRankingParameters({ ...filters, ...next }), { replace: true });
  const marks = useMemo(() => marksOf(ranking), [ranking]);
  const line = useMemo(() => lineAfter(ranking), [ranking]);
  const rows = shownRows(ranking, marks, filters);
  const lastAbove = rows.findLast(([place]) => line !== undefined && place <= line)?.[0];
  const toggle = useCallback(
    (application: string, isChosen: boolean) =>
      onChoose?.((before) => {
        const after = new Set(before);
        if (isChosen) after.add(application);
        else after.delete(application);
        return after;
      }),
    [onChoose],
  );
  const isChoosing = chosen !== undefined;
  const columns = axes.length + (isChoosing ? 7 : 6);
  return (
    <>
      <div className="ranking-head">
        <FilterBar filters={filters} change={change} />
        <p className="panel-note" role="status">
          {words.count(format.count(rows.length), format.count(ranking.items.length))}
        </p>
      </div>
      {isChoosing && <p className="panel-note ranking-keys">{words.keys}</p>}
      {rows.length === 0 ? (
        <Statement title={words.noMatch} explanation={words.noMatchRemedy} />
      ) : (
        <div className="ranking-scroll">
          <table className="plain-table stacked-table ranking">
            <Head axes={axes} isChoosing={isChoosing} />
            <tbody onKeyDown={moveFocus}>
              {rows.map(([place, row]) => (
                <Fragment key={row.application}>
                  <RankingRow
                    row={row}
                    axes={axes}
                    marks={marks.get(row.application) ?? []}
                    refusal={refusals.get(row.application)}
                    mayInvite={mayInvite}
                    {...(isChoosing ? { isChosen: chosen.has(row.application), onToggle: toggle } : {})}
                  />
                  {place === lastAbove && (
                    <tr className="quota-line">
                      <td colSpan={columns}>{words.line(format.count(ranking.places))}</td>
                    </tr>
                  )}
                </Fragment>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
};
