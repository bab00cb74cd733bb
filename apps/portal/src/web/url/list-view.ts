/** What narrows and orders a list of the workbench. */
export interface ListView {
  /** By the names of the list's keys and tags; several values of one with commas between them. */
  readonly filters: Readonly<Record<string, string>>;
  /** A key, with `-` before it where the order falls. */
  readonly sort: string;
}

/** What a list can be narrowed and ordered by. */
export interface Findable {
  readonly filters: readonly string[];
  readonly sorts: readonly string[];
}

/** As the services sort where nothing is asked. */
export const usualSort = '-createdAt';

/** Reads the view of an address; what the list does not know is as if it were not there. */
export const parseListView = (parameters: URLSearchParams, { filters, sorts }: Findable): ListView => {
  const sort = parameters.get('sort') ?? usualSort;
  return {
    filters: Object.fromEntries(
      filters.flatMap((name) => {
        const value = parameters.get(name)?.trim();
        return value ? [[name, value]] : [];
      }),
    ),
    sort: sorts.includes(sort.replace(/^-/, '')) ? sort : usualSort,
  };
};

/** Whether anything but the order is chosen. */
export const isNarrowed = ({ filters }: ListView): boolean => Object.keys(filters).length > 0;

/** The address's parameters for a view, from the first page on. */
export const toListParameters = ({ filters, sort }: ListView): URLSearchParams =>
  new URLSearchParams({ ...filters, ...(sort === usualSort ? {} : { sort }) });

/** The view with one filter changed; an empty value takes it away. */
export const withFilter = (view: ListView, name: string, value: string): ListView => {
  const { [name]: _, ...others } = view.filters;
  return { ...view, filters: value.trim() === '' ? others : { ...others, [name]: value.trim() } };
};
