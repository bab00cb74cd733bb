import fc from 'fast-check';
import { checkNorwegianNumber } from './norwegian-organisation-number.ts';

describe('a Norwegian organisation number', () => {
  it.each(['971035854', '919303808', '916735472', '974760673'])('is valid: %s', (number) => {
    expect(checkNorwegianNumber(number)).toEqual({ valid: true, faults: [] });
  });

  it.each([
    ['', 'missing'],
    ['97103585', 'length'],
    ['971 035 854', 'character'],
    ['971035855', 'check'],
  ])('%j is warned about: %s', (number, fault) => {
    expect(checkNorwegianNumber(number)).toEqual({ valid: false, faults: [fault] });
  });

  it('betrays one changed digit, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('971035854', '919303808', '916735472'),
        fc.nat({ max: 8 }),
        fc.nat({ max: 9 }),
        (number, place, digit) => {
          fc.pre(number[place] !== String(digit));
          expect(checkNorwegianNumber(number.slice(0, place) + digit + number.slice(place + 1)).valid).toBe(false);
        },
      ),
    );
  });
});
