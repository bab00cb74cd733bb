import { reportRowsMax } from '@xietong/contracts-reporting';
import { refuse } from '@xietong/kernel';
import { denied, given, invalidInput, person, refusal, stateAfter } from '@xietong/testing';
import { agency, byApprover, byDrafter, drafted, drafter, drawn, figure, input } from '../example.fixture.ts';
import { Report } from '../report.ts';

const drafting = (change: object = {}, around: object = {}) =>
  given(Report, []).when('draft', { ...input, ...change }, { ...byDrafter, gathered: drawn, ...around });

test('an officer or a director drafts a report: its numbers, its watermark and how targets stand are fixed from then on', () => {
  drafting().then([drafted]);
  drafting({}, { actor: { ...byApprover.actor, id: drafter.id } }).then([drafted]);
  expect(stateAfter(Report, [drafted])).toEqual({ status: 'draft', ...drafted.data });
});

test.each([
  ['metric-unknown', 'figures.0.metric', refusal('metric-unknown', { field: 'figures.0.metric' })],
  ['dimension-unfit', 'figures.0.by', refusal('dimension-unfit', { field: 'figures.0.by' })],
  ['filter-unfit', 'figures.0.narrowing.state', refusal('filter-unfit', { field: 'figures.0.narrowing.state' })],
  ['regions-needed', 'figures.0.narrowing.within', refusal('regions-needed', { field: 'figures.0.narrowing.within' })],
  ['currency-needed', 'figures.0.narrowing.currency', refusal('currency-needed', { field: 'figures.0.narrowing.currency' })],
] as const)('what no figure answers is refused as the figure refuses it, at its place in the report: %s at %s', (code, field, expected) => {
  drafting({}, { gathered: refuse(code, {}, field) }).then(expected);
});

test('the years are in their order', () => {
  drafting({ lastYear: 2025 }).then(refusal('years-reversed', { field: 'lastYear', details: { firstYear: 2026, lastYear: 2025 } }));
});

test('a report that is too long to be kept whole is refused before it is kept', () => {
  const rows = Array.from({ length: reportRowsMax }, () => figure.rows[0]);
  const long = { ...drawn, figures: [...drawn.figures, { ...drawn.figures[0], rows }] };
  drafting({}, { gathered: long }).then(
    refusal('too-many-rows', { field: 'figures', details: { rows: reportRowsMax + 1, most: reportRowsMax } }),
  );
});

test('who is neither officer nor director, or acts for no agency, drafts none', () => {
  drafting({}, { actor: person('analyst', { agency }) }).then(denied);
  drafting({}, { actor: { ...drafter, agency: undefined } }).then(refusal('agency-needed'));
  drafting({ figures: [] }).then(invalidInput('figures'));
});
