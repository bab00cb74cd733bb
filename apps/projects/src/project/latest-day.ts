import { addDays, type Instant, LocalDate } from '@xietong/domain';

/** The latest day that is today somewhere: where the sun rises early it is tomorrow already. */
export const latestDayAt = (now: Instant): LocalDate => addDays(LocalDate.parse(now.slice(0, 10)), 1);
