import { targetEvents } from '@xietong/contracts-reporting';
import { agency, aggregate, command, create, directorOf, either, officerOf, role, theClock } from '@xietong/kernel';
import { z } from 'zod';
import { Assign, assign } from './decide/assign.ts';
import { assess, figureOf } from './decide/assess.ts';
import { Revise, revise } from './decide/revise.ts';
import { Set, set } from './decide/set.ts';
import { evolve } from './evolve.ts';
import { endOfQuarterAt } from './quarters.ts';
import { currentOf, TargetState } from './state.ts';

const itsDirector = directorOf((s: TargetState) => s.agency);
const itsOfficer = officerOf((s: TargetState) => s.agency);

/** A target 规划指标: what a figure of the agency is to come to by the end of a period, assessed at the end of each quarter. */
export const Target = aggregate('target', {
  state: TargetState,
  events: targetEvents,
  evolve,
  audience: (s) => [agency(s.agency)],
  keys: {
    status: (s) => s.status,
    number: (s) => s.number,
    title: (s) => s.title,
    metric: (s) => s.metric,
    responsible: (s) => s.responsible,
    lastYear: (s) => currentOf(s).lastYear,
    behindInARow: (s) => s.behindInARow,
  },
  tags: { agency: (s) => [s.agency] },
  due: (s) => (s.nextQuarter === undefined ? undefined : { at: endOfQuarterAt(s.agency, s.nextQuarter), command: 'assess' }),
  commands: {
    set: create(set, {
      input: Set,
      allow: role('director'),
      // Who acts for no agency is refused by the rule, whatever the id.
      id: ({ number }, { agency: of = 'no/agency' }) => `${of.replace('/', '.')}.${number}`,
      emits: ['target.set'],
      refuses: ['agency-needed', 'metric-unknown', 'filter-unfit', 'regions-needed', 'currency-needed', 'years-reversed', 'period-over'],
    }),
    revise: command(revise, {
      input: Revise,
      allow: itsDirector,
      emits: ['target.revised'],
      refuses: ['target-ended', 'nothing-revised', 'years-reversed', 'period-over'],
    }),
    assign: command(assign, {
      input: Assign,
      allow: either(itsDirector, itsOfficer),
      emits: ['target.assigned'],
      refuses: ['already-assigned'],
    }),
    assess: command(assess, {
      input: z.strictObject({}),
      allow: theClock,
      gather: figureOf,
      emits: ['target.assessed', 'target.fell-behind'],
      refuses: ['quarter-running'],
    }),
  },
});
