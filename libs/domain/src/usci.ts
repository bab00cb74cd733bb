// GB 32100-2015: registration authority (1), organisation category (1), division (6), organisation code (9, the last one a
// check), check (1). The alphabet leaves out I, O, S, V and Z; a character's value is its place.
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

// GB 11714: the organisation code's own check, where letters count from A = 10 without gaps.
const organisationCodeWeights = [3, 7, 9, 10, 5, 8, 4, 2];
const organisationCodeAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** What is wrong with a Unified Social Credit Identifier; `organisation-check` is its 17th character, `check` its 18th. */
export type UsciFault = 'length' | 'character' | 'organisation-check' | 'check';

const weightedSum = (text: string, values: string, factors: readonly number[]) =>
  factors.reduce((sum, factor, place) => sum + values.indexOf(text.charAt(place)) * factor, 0);

/** The 17th character, computed from characters 9 to 16. */
export const organisationCheckCharacter = (first16: string): string => {
  const check = (11 - (weightedSum(first16.slice(8), organisationCodeAlphabet, organisationCodeWeights) % 11)) % 11;
  return check === 10 ? 'X' : String(check);
};

/** The 18th character, computed from the 17 before it. */
export const usciCheckCharacter = (first17: string): string => alphabet.charAt((31 - (weightedSum(first17, alphabet, weights) % 31)) % 31);

/**
 * Checks a Unified Social Credit Identifier 统一社会信用代码 as written, capitals only. Real identifiers that fail are known, so
 * a fault is a reason to ask for an `IdentifierOverride`, not to turn an organisation away.
 */
export const checkUsci = (code: string): { valid: boolean; faults: UsciFault[] } => {
  const faults: UsciFault[] = [];
  if (code.length !== 18) faults.push('length');
  if ([...code].some((character) => !alphabet.includes(character))) faults.push('character');
  if (faults.length > 0) return { valid: false, faults };
  if (organisationCheckCharacter(code.slice(0, 16)) !== code[16]) faults.push('organisation-check');
  if (usciCheckCharacter(code.slice(0, 17)) !== code[17]) faults.push('check');
  return { valid: faults.length === 0, faults };
};
