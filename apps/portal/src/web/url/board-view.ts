import { RegionCode } from '@xietong/domain';
import { type Light, lights } from '../api/project.ts';

export const boardSorts = ['-lag', 'lag', 'deadline', 'title'] as const;
export type BoardSort = (typeof boardSorts)[number];

/** What narrows and orders the project board, and whether it is drawn over time. */
export interface BoardView {
  readonly light: readonly Light[];
  readonly field?: string;
  readonly leadRegion?: string;
  readonly sort: BoardSort;
  readonly isTimeline: boolean;
}

const isSort = (text: string | undefined): text is BoardSort => boardSorts.some((sort) => sort === text);

/** Reads the view of an address; what makes no sense is as if it were not there. The largest lag comes first. */
export const parseBoardView = (parameters: URLSearchParams): BoardView => {
  const [field, leadRegion, sort] = ['field', 'leadRegion', 'sort'].map((key) => parameters.get(key)?.trim());
  const asked = (parameters.get('light') ?? '').split(',');
  return {
    light: lights.filter((light) => asked.includes(light)),
    ...(field ? { field } : {}),
    ...(leadRegion && RegionCode.safeParse(leadRegion).success ? { leadRegion } : {}),
    sort: isSort(sort) ? sort : '-lag',
    isTimeline: parameters.get('view') === 'timeline',
  };
};

/** Whether anything but order and drawing is chosen. */
export const isNarrowed = ({ light, field, leadRegion }: BoardView): boolean =>
  light.length > 0 || field !== undefined || leadRegion !== undefined;

/** The address's parameters for a view, from the first page on. */
export const toBoardParameters = ({ light, field, leadRegion, sort, isTimeline }: BoardView): URLSearchParams => {
  const values = { light: light.join(','), field, leadRegion, sort: sort === '-lag' ? '' : sort, view: isTimeline ? 'timeline' : '' };
  return new URLSearchParams(Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])));
};
