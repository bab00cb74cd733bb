import { z } from 'zod';

/** Text that says something: blanks around it do not count. */
export const text = (lengthMax: number) => z.string().trim().min(1).max(lengthMax);

/** Why somebody decided so, in his own words. */
export const Reason = text(2000);
