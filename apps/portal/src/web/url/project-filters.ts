import { RegionCode } from '@xietong/domain';
import { type ProjectStatus, projectStatuses } from '../api/project.ts';

export const projectSorts = ['-signedOn', 'signedOn', 'number', '-number'] as const;
export type ProjectSort = (typeof projectSorts)[number];

/** What narrows and orders the list of projects. */
export interface ProjectFilters {
  readonly status: readonly ProjectStatus[];
  readonly year?: string;
  readonly region?: string;
  readonly number?: string;
  readonly sort: ProjectSort;
}

const isSort = (text: string | null): text is ProjectSort => projectSorts.some((sort) => sort === text);

/** Reads the filters of an address; what makes no sense is as if it were not there. Newest projects come first. */
export const parseProjectFilters = (parameters: URLSearchParams): ProjectFilters => {
  const [year, region, number, sort] = ['year', 'region', 'number', 'sort'].map((key) => parameters.get(key)?.trim());
  const asked = (parameters.get('status') ?? '').split(',');
  const status = projectStatuses.filter((word) => asked.includes(word));
  return {
    status,
    ...(year && /^\d{4}$/.test(year) ? { year } : {}),
    ...(region && RegionCode.safeParse(region).success ? { region } : {}),
    ...(number ? { number } : {}),
    sort: isSort(sort ?? null) ? (sort as ProjectSort) : '-signedOn',
  };
};

/** Whether anything but the order is chosen. */
export const isNarrowed = ({ status, year, region, number }: ProjectFilters): boolean =>
  status.length > 0 || [year, region, number].some((value) => value !== undefined);

/** The address's parameters for these filters, from the first page on. */
export const toProjectParameters = ({ status, year, region, number, sort }: ProjectFilters): URLSearchParams => {
  const values = { status: status.join(','), year, region, number, sort: sort === '-signedOn' ? undefined : sort };
  return new URLSearchParams(Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])));
};
