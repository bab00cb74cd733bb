import { z } from 'zod';

/** The name of the rule set that a case began under, by the year in which it came into force: `2025`, or `2025.2` for the second of a year. */
export const RuleSetId = z.string().regex(/^\d{4}(\.\d)?$/);
