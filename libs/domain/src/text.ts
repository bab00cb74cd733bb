import { z } from 'zod';
import { saidIn } from './lang.ts';

const isReadable = (given: string): boolean => given === '' || /[\p{L}\p{N}\p{P}\p{S}]/u.test(given);

/** Text that says something: blanks around it do not count, and signs that nobody sees are not enough. */
export const text = (lengthMax: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(lengthMax)
    .refine(isReadable, saidIn({ zh: '没有可读的文字', en: 'has no sign that can be read' }));

/** Why somebody decided so, in his own words. */
export const Reason = text(2000);
