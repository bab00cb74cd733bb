import type { ParkingService } from '../../service-names.ts';
import type { OwnReviewStatus } from './review.ts';
import type { ParkedFilters } from '../url/parked-filters.ts';
import type { BoardView } from '../url/board-view.ts';
import type { Light } from './project.ts';
import type { FigureFilters } from '../url/figure-filters.ts';
import type { ProjectFilters } from '../url/project-filters.ts';

// The services' own addresses, as the edge shows them beneath its origin.
const reporting = '/api/reporting';
const projects = '/api/projects';

type Parameters = Record<string, string | number | boolean | undefined>;

// Commas and dots stay readable: they separate the values of one parameter, and no server needs them escaped.
const encoded = (value: string) => encodeURIComponent(value).replaceAll('%2C', ',');

const withQuery = (path: string, parameters: Parameters): string => {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '');
  const query = given.map(([key, value]) => `${key}=${encoded(String(value))}`).join('&');
  return query === '' ? path : `${path}?${query}`;
};

export const metricsAddress = `${reporting}/v1/metrics`;

/** A figure; with `at`, as it was at that watermark. */
export const figureAddress = (metric: string, by: readonly string[], filters: FigureFilters, at?: string): string =>
  withQuery(`${reporting}/v1/figures/${encodeURIComponent(metric)}`, {
    by: by.join(','),
    year: filters.years && `${filters.years.from}..${filters.years.to}`,
    region: filters.region,
    level: filters.level,
    currency: filters.currency,
    asOf: filters.asOf,
    within: filters.within?.join(','),
    at,
  });

/** The query of a row's `events` link: what the page keeps in its own address, so that the events can be shared. */
export const eventsQueryOf = (eventsLink: string): string => eventsLink.slice(eventsLink.indexOf('?') + 1);

/** The events behind a row of a figure; `query` is what `eventsQueryOf` kept. */
export const figureEventsAddress = (metric: string, query: string, after?: string): string => {
  const parameters = new URLSearchParams(query);
  if (after !== undefined) parameters.set('after', after);
  return withQuery(`${reporting}/v1/figures/${encodeURIComponent(metric)}/events`, Object.fromEntries(parameters));
};

const pageSize = 25;
const running = { status: 'active,suspended' };

export const projectsAddress = (filters: ProjectFilters, after?: string): string =>
  withQuery(`${projects}/v1/projects`, {
    status: filters.status.join(','),
    year: filters.year,
    region: filters.region,
    number: filters.number,
    sort: filters.sort,
    limit: pageSize,
    after,
    count: true,
  });

/** The running projects of the board; with `light`, only those that show it. */
export const boardAddress = ({ light, field, leadRegion, sort }: BoardView, after?: string): string =>
  withQuery(`${projects}/v1/projects`, {
    ...running,
    light: light.join(','),
    field,
    leadRegion,
    sort,
    limit: pageSize,
    after,
    count: true,
  });

/** How many of them show one light, whatever lights are chosen. */
export const boardCountAddress = ({ field, leadRegion }: BoardView, light: Light): string =>
  withQuery(`${projects}/v1/projects`, { ...running, light, field, leadRegion, limit: 1, count: true });

export const projectAddress = (id: string): string => `${projects}/v1/projects/${encodeURIComponent(id)}`;

export const projectHistoryAddress = (id: string, after?: string): string => withQuery(`${projectAddress(id)}/history`, { after });

/** What is publicised, the newest first. */
export const publicisedAddress = (after?: string): string =>
  withQuery(`${projects}/v1/publicised-applications`, { limit: pageSize, after });

export const objectionAddress = (id: string): string => `${projects}/v1/applications/${encodeURIComponent(id)}/object`;

/** What the consumers of reporting could not apply; the one service so far that consumes. */
const parkedAt = (service: ParkingService): string => `/api/${service}/v1/parked`;

export const parkedAddress = ({ service, key, reason, status }: ParkedFilters, after?: string): string =>
  withQuery(parkedAt(service), { key, reason, status, limit: pageSize, after });

export const parkedMessageAddress = (service: ParkingService, id: string): string => `${parkedAt(service)}/${encodeURIComponent(id)}`;

export const replayAddress = (service: ParkingService): string => `${parkedAt(service)}/replay`;

/** A collection of a service, as the workbench names it in its own address too. */
export interface CollectionPlace {
  readonly context: string;
  readonly collection: string;
}

/** What a service says of its own API (OpenAPI). */
export const descriptionAddress = (context: string): string => `/api/${context}/openapi.json`;

export const collectionAddress = ({ context, collection }: CollectionPlace): string => `/api/${context}/v1/${collection}`;

export const documentsAddress = (place: CollectionPlace, parameters: Parameters): string => withQuery(collectionAddress(place), parameters);

/** One document; those about persons are read for a purpose. */
export const documentAddress = (place: CollectionPlace, id: string, purpose?: string): string =>
  withQuery(`${collectionAddress(place)}/${encodeURIComponent(id)}`, { purpose });

export const documentHistoryAddress = (place: CollectionPlace, id: string, parameters: Parameters): string =>
  withQuery(`${documentAddress(place, id)}/history`, parameters);

const reviewsAt = { context: 'projects', collection: 'reviews' } as const;

/** The reader's own reviews in a state, those that are due soonest first; without one that is due, the last changed first. */
export const ownReviewsAddress = (status: OwnReviewStatus, after?: string): string =>
  documentsAddress(reviewsAt, { status, sort: status === 'scored' ? '-updatedAt' : 'dueBy', limit: pageSize, after });

export const reviewAddress = (id: string): string => documentAddress(reviewsAt, id);

/** The reviews of an application, for the agency that invites to them. */
export const reviewsOfAddress = (application: string, after?: string): string =>
  documentsAddress(reviewsAt, { application, sort: 'createdAt', limit: pageSize, after });

/** Where an expert is invited to a review for the first time. */
export const invitationsAddress = collectionAddress(reviewsAt);

export const applicationAddress = (id: string): string => `${projects}/v1/applications/${encodeURIComponent(id)}`;

/** Whom an agency can invite to review an application; of the application's own area where no field is named. */
export const candidatesAddress = (application: string, field?: string, after?: string): string =>
  withQuery(`${applicationAddress(application)}/candidates`, { field, limit: pageSize, after });

export const callAddress = (id: string): string => `${projects}/v1/calls/${encodeURIComponent(id)}`;

/** An agency's calls, the one that closes last first. */
export const callsAddress = (agency: string, after?: string): string =>
  withQuery(`${projects}/v1/calls`, { agency, sort: '-closesAt', limit: 5, after });

export const areasAddress = (call: string): string => `${callAddress(call)}/areas`;

export const rankingAddress = (call: string, area: string): string => `${areasAddress(call)}/${encodeURIComponent(area)}/ranking`;

/** The panel of an area as a list: of one that has decided, or of none. */
export const panelsAddress = (call: string, area: string): string => withQuery(shortlistAddress, { call, area });

/** Where the first decision of a panel is given. */
export const shortlistAddress = `${projects}/v1/panels`;

export const shortlistFurtherAddress = (id: string): string => `${shortlistAddress}/${encodeURIComponent(id)}/shortlist-further`;

/** What is owed of the documents of a service, the soonest first. */
export const deadlinesAddress = (
  context: string,
  asked: {
    readonly limit: number;
    readonly after?: string;
    readonly purpose?: string | undefined;
  },
): string => withQuery(`/api/${context}/v1/deadlines`, { ...asked });

/** Where files are sent up, for commands of that service to name. */
export const attachmentsAddress = (context: string): string => `/api/${context}/v1/attachments`;

/** A file that a document names. */
export const attachmentAddress = (place: CollectionPlace, id: string, attachment: string, purpose?: string): string =>
  withQuery(`${documentAddress(place, id)}/attachments/${encodeURIComponent(attachment)}`, { purpose });
