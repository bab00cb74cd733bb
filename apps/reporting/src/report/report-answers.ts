import type { ReportFigure, ReportRow } from '@xietong/contracts-reporting';
import { type Actor, type AgencyRef, isRefusal, type Lookup, refuse, type Refusal } from '@xietong/kernel';
import type { z } from 'zod';
import type { Figure } from '../metrics/figure.ts';
import type { reportCorrections, reportTable } from './report-queries.ts';
import type { ReportState } from './state.ts';

type Corrections = z.output<(typeof reportCorrections)['output']>;
type Table = z.output<(typeof reportTable)['output']>;

/** The answers to the queries over a report, from the agency's own documents and what the figures' own query says now. */
export function answersFromReports(look: Lookup) {
  const find = async (id: string, agency: AgencyRef | undefined): Promise<ReportState | Refusal<'agency-needed' | 'report-unknown'>> => {
    if (agency === undefined) return refuse('agency-needed');
    const report = (await look.find('reports', id)) as ReportState | undefined;
    // To the staff of another agency the report is not there.
    return report?.agency === agency ? report : refuse('report-unknown', {}, 'report');
  };
  return {
    async reportTable({ report: id, figure: no }: z.output<(typeof reportTable)['input']>, { agency }: Actor): Promise<Table | Refusal> {
      const report = await find(id, agency);
      if (isRefusal(report)) return report;
      const figure = report.figures[no - 1];
      if (!figure) return refuse('table-unknown', { tables: report.figures.length }, 'figure');
      const { metric, unit, rows } = figure;
      return { name: `${report.number}-${no}-${metric}`, metric, unit, watermark: report.watermark, rows };
    },

    async reportCorrections(
      { report: id }: z.output<(typeof reportCorrections)['input']>,
      { agency }: Actor,
    ): Promise<Corrections | Refusal> {
      const report = await find(id, agency);
      if (isRefusal(report)) return report;
      const items: Corrections['items'] = [];
      let watermark: string | undefined;
      for (const [place, figure] of report.figures.entries()) {
        const now = await asOfNow(look, figure, watermark, report.agency);
        watermark ??= now.watermark;
        items.push(...differences(place + 1, figure, now.rows));
      }
      return { watermark: watermark ?? report.watermark, items };
    },
  };
}

async function asOfNow(look: Lookup, { metric, by, question }: ReportFigure, at: string | undefined, agency: AgencyRef): Promise<Figure> {
  const asked = { ...Object.fromEntries(new URLSearchParams(question)), metric, by: by.join(','), ...(at !== undefined && { at }) };
  const figure = (await look.ask('figures', asked, agency)) as Figure | Refusal;
  if (isRefusal(figure)) throw new Error(`a figure that a report shows is refused now: ${figure.refused}`);
  return figure;
}

function differences(no: number, { metric, unit, by, rows }: ReportFigure, nowRows: Figure['rows']): Corrections['items'] {
  const keyOf = (row: ReportRow | Figure['rows'][number]) => JSON.stringify(by.map((dimension) => row[dimension]));
  const reported = new Map(rows.map((row) => [keyOf(row), row]));
  const now = new Map((nowRows as readonly ReportRow[]).map((row) => [keyOf(row), row]));
  return [...new Set([...reported.keys(), ...now.keys()])].flatMap((key) => {
    const [before, after] = [reported.get(key), now.get(key)];
    if (String(before?.value) === String(after?.value)) return [];
    const row = Object.fromEntries(by.map((dimension) => [dimension, (before ?? after)?.[dimension]]));
    return [
      {
        ...{ figure: no, metric, unit, by, row },
        ...(before && { reported: before.value }),
        ...(after && { now: after.value, events: after.events }),
      },
    ];
  });
}
