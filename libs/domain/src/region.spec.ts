import { isKnownRegion, parseRegion, RegionCode } from './region.ts';

const refusal = (code: string) => expect.objectContaining({ code });

describe('a region code', () => {
  it.each(['CN', 'CN-33', 'CN-3310', 'CN-331082', 'NO', 'NO-03', 'NO-0301', 'DE-BE', 'GB-ENG'])('has the shape of %s', (text) => {
    expect(RegionCode.parse(text)).toBe(text);
  });

  it.each([
    '',
    'cn-33',
    'CN-',
    'CN-3',
    'CN-331',
    'CN-33108',
    'CN-3310821',
    'CN-ZJ',
    '331082',
    'NO-03 ',
    'NO_03',
    'NOR-03',
    'DE-ABCDEFG',
    3,
    null,
  ])('has not the shape of %j', (value) => {
    expect(RegionCode.safeParse(value).success).toBe(false);
    expect(() => parseRegion(value)).toThrow(refusal('region-malformed'));
  });
});

it('a region is never text that nobody has parsed', () => {
  const text: string = 'NO-03';
  // @ts-expect-error a plain string has to pass RegionCode or parseRegion first
  const region: RegionCode = text;
  expect(parseRegion(region)).toBe(text);
});

describe('a region given from outside', () => {
  it.each(['CN', 'CN-33', 'CN-3310', 'CN-331082', 'CN-330103', 'CN-653228'])('is accepted when China has or had it: %s', (code) => {
    expect(parseRegion(code)).toBe(code);
  });

  it.each(['CN-99', 'CN-3399', 'CN-331099', 'CN-330000'] as const)('is refused as unknown when China has no such division: %s', (code) => {
    expect(() => parseRegion(code)).toThrow(refusal('region-unknown'));
    expect(isKnownRegion(code)).toBe(false);
    expect(RegionCode.safeParse(code).success).toBe(true);
  });

  it.each(['NO-03', 'NO-99', 'SE-AB'])('is accepted as given when it lies in another country: %s', (code) => {
    expect(parseRegion(code)).toBe(code);
  });
});
