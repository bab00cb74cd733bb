import { type ParkingService, parkingServices } from '../../service-names.ts';
import { type ParkedReason, parkedReasons, type ParkedStatus, parkedStatuses } from '../api/parked.ts';

/** What narrows the list of parked messages. */
export interface ParkedFilters {
  /** Whose consumers could not apply them. */
  readonly service: ParkingService;
  readonly key?: string | undefined;
  readonly reason?: ParkedReason | undefined;
  readonly status: ParkedStatus;
}

const [usualService] = parkingServices;

/** Reads the filters of an address; what makes no sense is as if it were not there. */
export const parseParkedFilters = (parameters: URLSearchParams): ParkedFilters => {
  const key = parameters.get('key')?.trim();
  const reason = parkedReasons.find((code) => code === parameters.get('reason'));
  const service = parkingServices.find((name) => name === parameters.get('service')) ?? usualService;
  const status = parkedStatuses.find((word) => word === parameters.get('status'));
  return { service, ...(key ? { key } : {}), ...(reason ? { reason } : {}), status: status ?? 'parked' };
};

/** The address's parameters for these filters, from the first page on and with no message open. */
export const toParkedParameters = ({ service, key, reason, status }: ParkedFilters): URLSearchParams => {
  const values = { service: service === usualService ? undefined : service, key, reason, status: status === 'parked' ? undefined : status };
  return new URLSearchParams(Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])));
};

// The address says which message is open, so that a colleague sees it by the link.
const message = 'message';

export const findMessageId = (parameters: URLSearchParams): string | undefined => parameters.get(message) ?? undefined;

export const withMessage = (parameters: URLSearchParams, id: string): URLSearchParams => {
  const next = new URLSearchParams(parameters);
  next.set(message, id);
  return next;
};

export const withoutMessage = (parameters: URLSearchParams): URLSearchParams => {
  const next = new URLSearchParams(parameters);
  next.delete(message);
  return next;
};
