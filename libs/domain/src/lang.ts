import { z } from 'zod';

/** The languages that the platform speaks: Chinese first, English second. */
export const Lang = z.enum(['zh', 'en']);
export type Lang = z.infer<typeof Lang>;

/** One text in every language. Both are required, so that no screen shows a half-translated sentence. */
export const LocalText = z.object({ zh: z.string().min(1), en: z.string().min(1) });
export type LocalText = z.infer<typeof LocalText>;

/** What a schema says of its own rule, as the second argument of `refine`: zod shows the English, a service what its caller reads. */
export const saidIn = (text: LocalText) => ({ error: text.en, params: text });
