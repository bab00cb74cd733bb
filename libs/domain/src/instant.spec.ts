import { addHours, Instant } from './instant.ts';

describe('an instant', () => {
  it.each(['2026-01-05T08:00:00.000Z', '1999-12-31T23:59:59.999Z'])('is a moment in UTC with milliseconds: %s', (text) => {
    expect(Instant.parse(text)).toBe(text);
  });

  it.each([
    '2026-01-05T08:00:00Z',
    '2026-01-05T08:00:00.000+08:00',
    '2026-02-30T08:00:00.000Z',
    '2026-01-05T24:00:00.000Z',
    '2026-01-05',
    '+012026-01-05T08:00:00.000Z',
    '',
  ])('is not %j', (text) => {
    expect(Instant.safeParse(text).success).toBe(false);
  });
});

describe('counting hours', () => {
  it('the 48 hours for the answer to a warning end two days later at the same time', () => {
    expect(addHours('2024-02-28T09:30:00.001Z', 48)).toBe('2024-03-01T09:30:00.001Z');
  });

  it('half an hour back is half an hour earlier', () => {
    expect(addHours('2026-01-01T00:00:00.000Z', -0.5)).toBe('2025-12-31T23:30:00.000Z');
  });

  it.each([1, Number.POSITIVE_INFINITY, Number.NaN])('refuses to leave the calendar by %p hours', (hours) => {
    expect(() => addHours('9999-12-31T23:30:00.000Z', hours)).toThrow(expect.objectContaining({ code: 'date-out-of-range' }));
  });
});
