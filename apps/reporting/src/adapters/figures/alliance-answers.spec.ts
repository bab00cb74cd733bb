import type { Actor } from '@xietong/kernel';
import { publishedEvent, type SpecPublished } from '../../testing/published-events.ts';
import { answersOf, rowsOf } from '../testing/answers-of.ts';
import type { EventPage } from './read-events.ts';

const topic = 'CN-3310.kjj.projects';
const analyst: Actor = { id: 'somebody', kind: 'person', roles: ['analyst'], agency: 'CN-3310/kjj' };

const linhai = { id: 'CN-331082/kjj', name: '临海市科学技术局', region: 'CN-331082' };
const jiaojiang = { id: 'CN-331002/kjj', name: '椒江区科学技术局', region: 'CN-331002' };
const pudong = { id: 'CN-310115/kjw', name: '浦东新区科技和经济委员会', region: 'CN-310115' };
const firm = { id: 'CN-USCI:91310115MA00DEM225', name: '上海张江示范运营有限公司', region: 'CN-310115' };

const event = (type: string, id: string, version: number, data: SpecPublished['data']) =>
  publishedEvent(topic, { type: `alliance.${type}`, id, version, data });
const founded = (id: string, ...members: (typeof linhai)[]) =>
  event('founded', id, 1, {
    ...{ agency: 'CN-3310/kjj', number: id, rules: '2025', kind: 'enclave', title: '飞地', field: '生物医药' },
    ...{ beginsOn: '2026-01-01', members },
  });
const statement = (period: string, no: number, ...parts: [member: typeof linhai, tax: number, output: number][]) => ({
  ...{ period, no, rule: 1 },
  totals: { tax: sum(parts.map(([, tax]) => tax)), output: sum(parts.map(([, , output]) => output)), currency: 'CNY' },
  parts: parts.map(([{ id, region }, tax, output]) => ({ member: id, region, tax, output })),
});
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
const q1 = statement('2026-Q1', 1, [linhai, 60, 600], [pudong, 40, 400]);

const withAnswers = answersOf(topic, analyst);
const idsOf = ({ items }: EventPage) => items.map((item) => String(item.event.id).split('.').at(-1));

const two = [founded('1', linhai, pudong, firm), founded('2', linhai, jiaojiang)];

test('the matrix of alliances tells the pairs of counties, of prefectures and of provinces, each alliance once', () =>
  withAnswers(two, async (ask) => {
    expect(rowsOf(await ask('/v1/figures/pair-alliances?by=level,a,b'))).toEqual([
      { level: 'county', a: 'CN-310115', b: 'CN-331082', value: 1 },
      { level: 'county', a: 'CN-331002', b: 'CN-331082', value: 1 },
      { level: 'prefecture', a: 'CN-3101', b: 'CN-3310', value: 1 },
      { level: 'province', a: 'CN-31', b: 'CN-33', value: 1 },
    ]);
    expect(rowsOf(await ask('/v1/figures/cross-region-alliances?by=level'))).toEqual([
      { level: 'county', value: 2 },
      { level: 'prefecture', value: 1 },
      { level: 'province', value: 1 },
    ]);
    expect(rowsOf(await ask('/v1/figures/alliance-members?by=region'))).toEqual([
      { region: 'CN-310115', value: 2 },
      { region: 'CN-331002', value: 1 },
      { region: 'CN-331082', value: 2 },
    ]);
  }));

test('a member counts up to its last day, and an alliance until it is dissolved', () =>
  withAnswers(
    [
      ...two,
      event('member-left', '1', 2, { member: linhai.id, on: '2026-06-30', reason: '协议到期' }),
      event('member-joined', '1', 3, { member: jiaojiang, on: '2026-08-01' }),
      event('dissolved', '2', 2, { on: '2026-09-30' }),
    ],
    async (ask) => {
      for (const [day, pairs, alliances] of [
        ['2025-12-31', 0, 0],
        ['2026-06-30', 2, 2],
        ['2026-07-01', 1, 2],
        ['2026-08-01', 2, 2],
        ['2026-09-30', 2, 2],
        ['2026-10-01', 1, 1],
      ]) {
        expect([day, rowsOf(await ask(`/v1/figures/pair-alliances?asOf=${day}`))]).toEqual([day, [{ value: pairs }]]);
        expect([day, rowsOf(await ask(`/v1/figures/alliances?asOf=${day}`))]).toEqual([day, [{ value: alliances }]]);
      }
    },
  ));

test('what a pair shares in tax and in output is the parts of both in final statements, a part once where no pair is asked for', () =>
  withAnswers(
    [
      ...two,
      event('period-stated', '1', 2, q1),
      event('statement-finalised', '1', 3, q1),
      event('period-stated', '1', 4, statement('2026-Q2', 1, [linhai, 6, 60], [pudong, 3, 30], [firm, 1, 10])),
      event('statement-finalised', '1', 5, statement('2026-Q2', 1, [linhai, 6, 60], [pudong, 3, 30], [firm, 1, 10])),
    ],
    async (ask) => {
      const pair = { a: 'CN-310115', b: 'CN-331082' };
      expect(rowsOf(await ask('/v1/figures/pair-shared-tax?by=a,b'))).toEqual([{ ...pair, value: 110 }]);
      expect(rowsOf(await ask('/v1/figures/pair-shared-output?by=year,a,b'))).toEqual([{ year: 2026, ...pair, value: 1100 }]);
      expect(rowsOf(await ask('/v1/figures/pair-shared-tax'))).toEqual([{ value: 110 }]);
      expect(rowsOf(await ask('/v1/figures/shared-tax?by=region'))).toEqual([
        { region: 'CN-310115', value: 44 },
        { region: 'CN-331082', value: 66 },
      ]);
    },
  ));

test('each period is shared by itself: who has a part in another one makes no pair with this one', () =>
  withAnswers(
    [
      founded('1', linhai, pudong, jiaojiang),
      event('statement-finalised', '1', 2, q1),
      event('statement-finalised', '1', 3, statement('2026-Q2', 1, [linhai, 6, 60], [jiaojiang, 4, 40])),
    ],
    async (ask) =>
      expect(rowsOf(await ask('/v1/figures/pair-shared-tax?by=a,b'))).toEqual([
        { a: 'CN-310115', b: 'CN-331082', value: 100 },
        { a: 'CN-331002', b: 'CN-331082', value: 10 },
      ]),
  ));

test('a statement that waits or is disputed is shared by nobody, and stands apart with its amount', () =>
  withAnswers(
    [
      ...two,
      event('period-stated', '1', 2, q1),
      event('statement-disputed', '1', 3, { period: '2026-Q1', no: 1, member: pudong.id, field: 'tax', reason: '数据不符' }),
      event('period-stated', '2', 2, statement('2026-Q1', 1, [linhai, 5, 50], [jiaojiang, 5, 50])),
    ],
    async (ask) => {
      expect(rowsOf(await ask('/v1/figures/shared-tax'))).toEqual([{ value: 0 }]);
      expect(rowsOf(await ask('/v1/figures/alliance-statements?by=state'))).toEqual([
        { state: 'disputed', value: 1 },
        { state: 'waiting', value: 1 },
      ]);
      expect(rowsOf(await ask('/v1/figures/stated-amount?by=state'))).toEqual([
        { state: 'disputed', value: 1100 },
        { state: 'waiting', value: 110 },
      ]);
    },
  ));

test('a corrected statement replaces the one before it, and is counted once however often it was stated', () =>
  withAnswers(
    [
      founded('1', linhai, pudong),
      event('period-stated', '1', 2, q1),
      event('statement-disputed', '1', 3, { period: '2026-Q1', no: 1, member: pudong.id, field: 'tax', reason: '数据不符' }),
      event('statement-corrected', '1', 4, { ...statement('2026-Q1', 2, [linhai, 50, 500], [pudong, 40, 400]), reason: '已核对' }),
    ],
    async (ask) => {
      expect(rowsOf(await ask('/v1/figures/alliance-statements?by=state'))).toEqual([{ state: 'waiting', value: 1 }]);
      expect(rowsOf(await ask('/v1/figures/stated-amount'))).toEqual([{ value: 990 }]);
    },
  ));

test('every figure of alliances opens to the events behind it', () =>
  withAnswers(
    [
      ...two,
      event('member-joined', '2', 2, { member: pudong, on: '2026-05-06' }),
      event('period-stated', '1', 2, q1),
      event('statement-finalised', '1', 3, q1),
    ],
    async (ask) => {
      const behind = async (address: string) => idsOf(await ask((await ask(address)).rows[0]?.events ?? ''));
      expect(await behind('/v1/figures/pair-alliances?a=CN-310115&b=CN-331082')).toEqual(['1/1', '2/1', '2/2']);
      expect(await behind('/v1/figures/pair-alliances?a=CN-331002&b=CN-331082')).toEqual(['2/1', '2/2']);
      expect(await behind('/v1/figures/pair-shared-tax?by=a,b')).toEqual(['1/3']);
      expect(await behind('/v1/figures/alliance-statements?by=state')).toEqual(['1/3']);
    },
  ));
