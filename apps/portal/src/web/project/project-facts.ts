import { type Money, sumMoney } from '@xietong/domain';
import type { Project } from '../api/project.ts';

/** The regions that take part, each once, the lead's first; participants without a known region leave none. */
export const regionsOf = ({ participants }: Pick<Project, 'participants'>): string[] => {
  const leadFirst = participants.toSorted((one, other) => Number(other.role === 'lead') - Number(one.role === 'lead'));
  return [...new Set(leadFirst.flatMap(({ organisation }) => organisation.region ?? []))];
};

/** What all participants are granted together. One project has one currency. */
export const totalAmount = ({ participants }: Pick<Project, 'participants'>): Money | undefined => {
  const currency = participants[0]?.amount.currency;
  return (
    currency &&
    sumMoney(
      participants.map(({ amount }) => amount),
      currency,
    )
  );
};

/** The participants as they are listed: the lead first, then by number. */
export const inListOrder = ({ participants }: Pick<Project, 'participants'>): Project['participants'] =>
  participants.toSorted((one, other) => Number(other.role === 'lead') - Number(one.role === 'lead') || one.no - other.no);
