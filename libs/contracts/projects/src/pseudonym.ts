import { z } from 'zod';

/** A person as the platform knows him: a pseudonym, never a name. */
export const Pseudonym = z.string().regex(/^[\w-]{22}$/);
