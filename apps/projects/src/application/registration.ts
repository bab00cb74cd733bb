import type { ApplicationContent, Registration } from '@xietong/contracts-projects';
import type { LocalDate, Money } from '@xietong/domain';

/** The project that an application becomes: its parties take part with their shares of what is granted. */
export function registrationOf(
  application: { readonly id: string; readonly call: string; readonly content: ApplicationContent },
  { number, granted, signedOn }: { readonly number: string; readonly granted: Money; readonly signedOn: LocalDate },
): Registration {
  const { id, call, content } = application;
  const amounts = sharesOf(
    granted.amount,
    content.parties.map(({ shareBasisPoints }) => shareBasisPoints),
  );
  return {
    number,
    title: content.title,
    field: content.area,
    call,
    application: id,
    signedOn,
    startsOn: content.startsOn,
    endsOn: content.endsOn,
    participants: content.parties.map(({ role, organisation: { kind: _, ...organisation } }, place) => ({
      no: place + 1,
      organisation,
      role,
      amount: { amount: amounts[place] ?? 0, currency: granted.currency },
    })),
  };
}

/**
 * An amount in whole minor units by shares in basis points that make 10,000: each is rounded down, and what is left goes, one unit each, to those
 * that lost most by it, the earlier first (largest remainder), so that the parts make the whole.
 */
export function sharesOf(amount: number, basisPoints: readonly number[]): number[] {
  const exact = basisPoints.map((share) => BigInt(amount) * BigInt(share));
  const parts = exact.map((part) => Number(part / 10_000n));
  const left = amount - parts.reduce((sum, part) => sum + part, 0);
  const byLoss = exact
    .map((part, place) => ({ place, loss: part % 10_000n }))
    .sort((one, other) => Number(other.loss - one.loss) || one.place - other.place);
  for (const { place } of byLoss.slice(0, left)) parts[place] = (parts[place] ?? 0) + 1;
  return parts;
}
