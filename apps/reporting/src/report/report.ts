import { reportEvents } from '@xietong/contracts-reporting';
import { agency, aggregate, command, create, directorOf, either, officerOf, role } from '@xietong/kernel';
import { z } from 'zod';
import { approve } from './decide/approve.ts';
import { Draft, draft } from './decide/draft.ts';
import { publish } from './decide/publish.ts';
import { Return, returnReport } from './decide/return.ts';
import { Submit, submit } from './decide/submit.ts';
import { Withdraw, withdraw } from './decide/withdraw.ts';
import { drawFigures } from './drawn-figures.ts';
import { evolve } from './evolve.ts';
import { ReportState } from './state.ts';

const nothing = z.strictObject({});
const itsDirector = directorOf((s: ReportState) => s.agency);
const itsOfficer = officerOf((s: ReportState) => s.agency);

/** A report 报告: figures and targets as they stood at one watermark, which never change, with who agreed to them. */
export const Report = aggregate('report', {
  state: ReportState,
  events: reportEvents,
  evolve,
  audience: (s) => [agency(s.agency)],
  keys: {
    status: (s) => s.status,
    number: (s) => s.number,
    title: (s) => s.title,
    day: (s) => s.day,
    lastYear: (s) => s.lastYear,
  },
  commands: {
    draft: create(draft, {
      input: Draft,
      allow: role('officer', 'director'),
      // Who acts for no agency is refused by the rule, whatever the id.
      id: ({ number }, { agency: of = 'no/agency' }) => `${of.replace('/', '.')}.${number}`,
      gather: drawFigures,
      emits: ['report.drafted'],
      refuses: [
        'agency-needed',
        'metric-unknown',
        'dimension-unfit',
        'filter-unfit',
        'regions-needed',
        'currency-needed',
        'years-reversed',
        'too-many-rows',
      ],
    }),
    submit: command(submit, {
      input: Submit,
      allow: either(itsOfficer, itsDirector),
      emits: ['report.submitted'],
      refuses: ['not-a-draft'],
    }),
    return: command(returnReport, { input: Return, allow: itsDirector, emits: ['report.returned'], refuses: ['not-submitted'] }),
    approve: command(approve, { input: nothing, allow: itsDirector, emits: ['report.approved'], refuses: ['not-submitted', 'own-draft'] }),
    publish: command(publish, { input: nothing, allow: itsDirector, emits: ['report.published'], refuses: ['not-approved'] }),
    withdraw: command(withdraw, { input: Withdraw, allow: itsDirector, emits: ['report.withdrawn'], refuses: ['already-withdrawn'] }),
  },
});
