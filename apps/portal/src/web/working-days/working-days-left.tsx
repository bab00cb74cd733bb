import type { LocalDate, RegionCode } from '@xietong/domain';
import { useLanguage } from '../text/language.tsx';
import { deadlines } from '../text/deadlines.ts';
import { useFormat } from '../text/use-format.ts';
import { timeLeft } from './time-left.ts';
import { useWorkingDays } from './use-working-days.ts';
import './working-days.css';

interface WorkingDaysLeftProps {
  /** The day that it is where the agency is, and the last one that is in time. */
  readonly today: LocalDate;
  readonly lastDay: LocalDate;
  readonly region: RegionCode;
}

/** How many working days there still are, or since when it is late; nothing while the calendar is on its way. */
export const WorkingDaysLeft = ({ today, lastDay, region }: WorkingDaysLeftProps) => {
  const words = deadlines[useLanguage().lang];
  const format = useFormat();
  const count = useWorkingDays();
  if (count === undefined) return null;
  const { standing, workingDays } = timeLeft(today, lastDay, region, count);
  return <span className={`working-days working-days-${standing}`}>{words.left(standing, format.count(workingDays))}</span>;
};
