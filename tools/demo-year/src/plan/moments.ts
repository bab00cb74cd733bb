import type { Instant, LocalDate } from '@xietong/domain';

/** The moment at which clocks in China show a time on a day: `2022-03-01`, `09:00`. */
export const at = (date: LocalDate, time = '09:00'): Instant => new Date(`${date}T${time}:00+08:00`).toISOString() as Instant;

/** The days on which the year's work is done; what is due between them, the services' own clocks see to. */
export const days = {
  rosterOpens: '2022-02-14',
  rosterVerified: '2022-02-15',
  callPublished: '2022-02-21',
  callOpens: '2022-03-01',
  handedIn: ['2022-03-09', '2022-03-16', '2022-03-23', '2022-03-29'],
  callCloses: '2022-03-31',
  checked: '2022-04-01',
  invited: '2022-04-02',
  scored: '2022-04-07',
  handedInAgain: '2022-04-07',
  checkedAgain: '2022-04-08',
  scoredAgain: '2022-04-11',
  panel: '2022-04-12',
  objected: '2022-04-14',
  resolved: '2022-04-18',
  approved: '2022-04-20',
  refused: '2022-04-21',
  approvedFurther: '2022-04-28',
  approvedLate: '2022-05-16',
  planned: '2022-05-25',
  termBegins: '2022-06-01',
  midway: '2022-12-15',
  corrected: '2023-02-10',
  correctionDue: '2023-02-15',
  correctedLate: '2023-02-20',
  toBeStopped: '2023-01-05',
  exited: '2023-01-10',
  termEnds: '2023-05-31',
  acceptanceRequested: '2023-06-05',
  accepted: '2023-06-20',
  requestedAgain: '2023-07-05',
  acceptedAgain: '2023-07-10',
  showcased: '2023-11-20',
  rosterRenewed: '2024-01-10',
  rosterRenewedAgain: '2026-01-12',
  followedUp: ['2024-06-10', '2025-06-10', '2026-06-10'],
  followedUpLate: ['2024-07-15', '2025-07-15', '2026-07-15'],
  ends: '2026-07-20',
} as const satisfies Record<string, LocalDate | readonly LocalDate[]>;

/** When progress is reported: the last day of each month of the term. */
export const monthEnds: readonly LocalDate[] = [
  '2022-06-30',
  '2022-07-31',
  '2022-08-31',
  '2022-09-30',
  '2022-10-31',
  '2022-11-30',
  '2022-12-31',
  '2023-01-31',
  '2023-02-28',
  '2023-03-31',
  '2023-04-30',
  '2023-05-31',
];

/** The moment at which a demonstration of the year begins. */
export const beginning: Instant = at(days.rosterOpens, '08:00');
