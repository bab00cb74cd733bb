const weights = [3, 2, 7, 6, 5, 4, 3, 2];

/** What is odd about a Norwegian organisation number. */
export type NorwegianNumberFault = 'missing' | 'length' | 'character' | 'check';

/**
 * Checks a Norwegian organisation number: nine digits, the last one a check modulo 11 (Brønnøysund register).
 * It only ever warns: published data has empty numbers, and they must still be counted.
 */
export const checkNorwegianNumber = (number: string): { valid: boolean; faults: NorwegianNumberFault[] } => {
  const warn = (fault: NorwegianNumberFault) => ({ valid: false, faults: [fault] });
  if (number === '') return warn('missing');
  if (!/^\d+$/.test(number)) return warn('character');
  if (number.length !== 9) return warn('length');
  const sum = weights.reduce((total, weight, place) => total + Number(number[place]) * weight, 0);
  // A remainder that asks for the check "10" is never issued, so no digit can match it.
  return (11 - (sum % 11)) % 11 === Number(number[8]) ? { valid: true, faults: [] } : warn('check');
};
