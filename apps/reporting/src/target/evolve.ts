import type { targetEvents } from '@xietong/contracts-reporting';
import { type EventOf, unreachable } from '@xietong/kernel';
import { firstQuarterOf, quarterAfter } from './quarters.ts';
import { currentOf, type TargetState } from './state.ts';

/** Folds an event into a target. Throws where it cannot have happened: that is a fault in the history, not a refusal. */
export function evolve(target: TargetState | undefined, event: EventOf<typeof targetEvents>): TargetState {
  if (event.type === 'target.set') {
    const { firstYear, lastYear, value, setOn, ...unchanging } = event.data;
    const version = { firstYear, lastYear, value };
    return {
      ...{ status: 'running', ...unchanging, setOn, versions: [version] },
      ...{ nextQuarter: firstQuarterOf(version, setOn), assessments: [], behindInARow: 0, notices: [] },
    };
  }
  if (!target) throw new Error(`'${event.type}' of a target that was never set`);
  switch (event.type) {
    case 'target.revised': {
      const { version, ...revised } = event.data;
      if (version !== target.versions.length + 1) throw new Error(`version ${version} follows version ${target.versions.length}`);
      return { ...target, versions: [...target.versions, revised], nextQuarter: nextAfterRevision(target, revised) };
    }
    case 'target.assigned':
      return { ...target, ...event.data };
    case 'target.assessed': {
      const { quarter, behind } = event.data;
      if (quarter !== target.nextQuarter) throw new Error(`${quarter} is assessed, not ${target.nextQuarter ?? 'nothing'}`);
      const { nextQuarter: _, ...before } = target;
      const next = quarterAfter(currentOf(target), quarter);
      return {
        ...before,
        ...(next ? { nextQuarter: next } : { status: 'ended' }),
        assessments: [...target.assessments, event.data],
        behindInARow: behind ? target.behindInARow + 1 : 0,
      };
    }
    case 'target.fell-behind': {
      const { quarter, quartersInARow } = event.data;
      if (quarter !== target.assessments.at(-1)?.quarter) throw new Error(`a notice of ${quarter}, which was not assessed last`);
      return { ...target, notices: [...target.notices, { quarter, quartersInARow }] };
    }
    default:
      return unreachable(event);
  }
}

// A period that now begins later is assessed from then on.
function nextAfterRevision({ nextQuarter }: TargetState, { firstYear }: { readonly firstYear: number }): string | undefined {
  const first = `${firstYear}-Q1`;
  return nextQuarter === undefined || nextQuarter > first ? nextQuarter : first;
}
