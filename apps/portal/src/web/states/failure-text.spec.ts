import { zh } from '../text/zh.ts';
import { toFailureText } from './failure-text.ts';

describe('what a reader is told when something could not be read', () => {
  test('are the words of the service, where it has any', () => {
    const problem = { status: 409, code: 'x', title: '项目已登记', remedy: '请核对编号' };
    expect(toFailureText(problem, zh)).toEqual({ title: '项目已登记', remedy: '请核对编号', next: 'retry' });
  });

  test('are our own words where those of the service are for programs', () => {
    const problem = { status: 422, code: 'watermark-unknown', title: '该水位尚未达到', remedy: '或不带 at 查询最新数值。' };
    expect(toFailureText(problem, zh)).toMatchObject({ title: '该水位尚未达到', remedy: expect.not.stringContaining('at') });
  });

  test('is what he may do: try again, use another account, or ask something else', () => {
    const nextOf = (status: number) => toFailureText({ status, code: 'x' }, zh).next;
    expect([0, 502, 504, 403, 404, 400].map(nextOf)).toEqual(['retry', 'retry', 'retry', 'other-account', 'nothing', 'nothing']);
  });

  test.each([
    [{ status: 0, code: 'unreachable' }, zh.failure.unreachable],
    [{ status: 403, code: 'http-403' }, zh.failure.forbidden],
    [{ status: 404, code: 'http-404' }, zh.failure.notFound],
    [{ status: 500, code: 'http-500' }, zh.failure.unexpected],
  ])('are our own words where the service has none: %j', (problem, title) => {
    expect(toFailureText(problem, zh).title).toBe(title);
  });
});
