import type { reportEvents } from '@xietong/contracts-reporting';
import { type EventOf, unreachable } from '@xietong/kernel';
import type { ReportState, Status } from './state.ts';

/** Folds an event into a report. Throws where it cannot have happened: that is a fault in the history, not a refusal. */
export function evolve(report: ReportState | undefined, event: EventOf<typeof reportEvents>): ReportState {
  if (event.type === 'report.drafted') return { status: 'draft', ...event.data };
  if (!report) throw new Error(`'${event.type}' of a report that was never drafted`);
  switch (event.type) {
    case 'report.submitted': {
      const { returned: _, ...draft } = inState(report, 'draft');
      return { ...draft, status: 'submitted', ...event.data };
    }
    case 'report.returned': {
      const { submittedBy: _, ...submitted } = inState(report, 'submitted');
      return { ...submitted, status: 'draft', returned: event.data.reason };
    }
    case 'report.approved':
      return { ...inState(report, 'submitted'), status: 'approved', ...event.data };
    case 'report.published':
      return { ...inState(report, 'approved'), status: 'published', publishedOn: event.data.on };
    case 'report.withdrawn': {
      const { agency, number, title, firstYear, lastYear, day, watermark, draftedBy, figures, targets, summary } = inState(
        report,
        'draft',
        'submitted',
        'approved',
        'published',
      );
      return {
        ...{ status: 'withdrawn', agency, number, title, firstYear, lastYear, day, watermark, draftedBy, figures, targets },
        ...(summary !== undefined && { summary }),
        ...(report.status === 'published' && { publishedOn: report.publishedOn }),
        reason: event.data.reason,
      };
    }
    default:
      return unreachable(event);
  }
}

function inState<S extends Status>(report: ReportState, ...statuses: readonly S[]): Extract<ReportState, { status: S }> {
  if (!statuses.some((status) => status === report.status)) throw new Error(`the report is ${report.status}, not ${statuses.join(' or ')}`);
  return report as Extract<ReportState, { status: S }>;
}
