import type { Instant } from '@xietong/domain';

export const now = (): Instant => new Date().toISOString() as Instant;
