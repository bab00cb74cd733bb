import type { AgencyRef } from '@xietong/kernel';

/** A project's id, the number under which its registrar knows it: `NO-03.rcn.951956`. One agency registers a number once. */
export const projectIdOf = (registrar: AgencyRef, number: string): string => `${registrar.replace('/', '.')}.${number}`;
