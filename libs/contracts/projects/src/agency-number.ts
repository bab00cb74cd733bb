import type { AgencyRef } from '@xietong/kernel';
import { z } from 'zod';

/** The number under which an agency knows a project or a call. It uses a number once for each. */
export const AgencyNumber = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);

/** The id of what has such a number: `NO-03.rcn.951956`. */
export const idUnder = (agency: AgencyRef, number: string): string => `${agency.replace('/', '.')}.${number}`;
