/**
 * A name that a caller sent for a field or a parameter, as a problem may repeat it. What looks like no name (an identity number, an
 * address, a sentence) is not repeated: a problem ends up in logs that are not ours.
 */
export const sentName = (name: string): string => (nameForm.test(name) && !/\d{5}/.test(name) ? name : '…');

// Letters of any script, digits, and the signs that stand in the names of fields.
const nameForm = /^[\p{L}_$][\p{L}\p{M}\p{N}_$.[\]-]{0,59}$/u;
