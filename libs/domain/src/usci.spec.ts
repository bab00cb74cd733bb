import fc from 'fast-check';
import { checkUsci, organisationCheckCharacter, usciCheckCharacter } from './usci.ts';

const character = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY');
const validUsci = fc.string({ unit: character, minLength: 16, maxLength: 16 }).map((first16) => {
  const first17 = first16 + organisationCheckCharacter(first16);
  return first17 + usciCheckCharacter(first17);
});

describe('a Unified Social Credit Identifier', () => {
  it.each(['91350100M000100Y43', '91331082MA00D034X0', '91310115MA00DEM225', '123300000000000196'])('is valid: %s', (code) => {
    expect(checkUsci(code)).toEqual({ valid: true, faults: [] });
  });

  it.each([
    ['91350100M000100Y4Z', ['character']],
    ['91350203M0001QAY9B', ['check']],
    ['91350100M000100Y53', ['organisation-check', 'check']],
    ['91350100m000100y43', ['character']],
    ['91350100M000100Y4', ['length']],
    ['91350100M000100Y43 ', ['length', 'character']],
    ['', ['length']],
  ])('is faulty: %j with %j', (code, faults) => {
    expect(checkUsci(code)).toEqual({ valid: false, faults });
  });

  it('is valid whenever both check characters are computed', () => {
    fc.assert(
      fc.property(validUsci, (code) => {
        expect(checkUsci(code).valid).toBe(true);
      }),
    );
  });

  it('betrays one changed character, wherever it stands', () => {
    fc.assert(
      fc.property(validUsci, fc.nat({ max: 17 }), character, (code, place, other) => {
        fc.pre(code[place] !== other);
        expect(checkUsci(code.slice(0, place) + other + code.slice(place + 1)).valid).toBe(false);
      }),
    );
  });

  it('betrays two neighbours that changed places', () => {
    fc.assert(
      fc.property(validUsci, fc.nat({ max: 16 }), (code, place) => {
        const [left = '', right = ''] = code.slice(place, place + 2);
        fc.pre(left !== right);
        expect(checkUsci(code.slice(0, place) + right + left + code.slice(place + 2)).valid).toBe(false);
      }),
    );
  });
});
