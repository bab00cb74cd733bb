import { applicant, clock, describeWhoMay, director, officer, person, refusalsHaveExamples, stateAfter } from '@xietong/testing';
import { Alliance } from './alliance.ts';
import { agency, awaited, confirmedBy, disputed, final, firm, founded, joined, linhai, pudong, ruled, stated } from './example.fixture.ts';

describeWhoMay(Alliance, {
  state: stateAfter(Alliance, [...awaited, joined]),
  people: {
    'its officer': officer(agency),
    'its director': director(agency),
    "officer of a member's agency": officer('CN-310115/kjw'),
    "director of a member's agency": director('CN-310115/kjw'),
    'applicant of a member': applicant('CN-USCI:91310115MA00DEM225'),
    'officer of another agency of a member’s region': officer('CN-310115/czj'),
    'applicant of another organisation': applicant('NO-ORGNR:919303808'),
    analyst: person('analyst', { agency }),
    expert: person('expert', { agency }),
    clock: clock(),
  },
  meant: {
    officer: ['its officer', "officer of a member's agency", 'officer of another agency of a member’s region'],
    'officer of agency': ['its officer'],
    'applicant of members, or officer of members': ["officer of a member's agency", 'applicant of a member'],
  },
});

test('an alliance is found by its agency, its kind and field, its members and their regions', () => {
  const state = stateAfter(Alliance, [founded, joined]);
  expect(Object.fromEntries(Object.entries(Alliance.keys).map(([name, of]) => [name, of(state)]))).toEqual({
    status: 'active',
    agency,
    number: '2026-01',
    kind: 'enclave',
    title: '临海（张江）科创飞地 Linhai enclave at Zhangjiang',
    field: '生物医药 Biomedicine',
    beginsOn: '2026-01-01',
  });
  expect(Alliance.tags['member']?.(state)).toEqual([linhai.id, pudong.id, firm.id]);
  expect(Alliance.tags['region']?.(state)).toEqual(['CN-331082', 'CN-310115']);
});

test('the staff of the founding agency and of its members read it, organisations by their own people', () => {
  expect(Alliance.audience(stateAfter(Alliance, [founded, joined]))).toEqual([
    'agency:CN-3310/kjj',
    'agency:CN-331082/kjj',
    'agency:CN-310115/kjw',
    'org:CN-USCI:91310115MA00DEM225',
  ]);
});

refusalsHaveExamples(Alliance, import.meta.dirname);

test('an event on an alliance where it cannot have happened is a fault', () => {
  const after = (history: typeof ruled, event: Parameters<typeof Alliance.evolve>[1]) => () =>
    Alliance.evolve(stateAfter(Alliance, history), event);
  expect(() => Alliance.evolve(undefined, stated)).toThrow("'alliance.period-stated' of an alliance that was never founded");
  expect(after(ruled, confirmedBy(linhai.id))).toThrow('statement 1 of 2026-Q1 is not the current one');
  expect(after(final as typeof ruled, disputed)).toThrow('the statement of 2026-Q1 is final, not open');
  expect(after(awaited as typeof ruled, confirmedBy(linhai.id, 2))).toThrow('statement 2 of 2026-Q1 is not the current one');
});
