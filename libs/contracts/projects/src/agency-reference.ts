import type { AgencyRef } from '@xietong/kernel';
import { z } from 'zod';

/** An agency within its region, `CN-331082/kjj`. */
export const AgencyReference = z.templateLiteral([
  z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,6})?$/),
  '/',
  z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
]);

/** A project's id, the number under which its registrar knows it: `NO-03.rcn.951956`. One agency registers a number once. */
export const projectIdOf = (registrar: AgencyRef, number: string): string => `${registrar.replace('/', '.')}.${number}`;
