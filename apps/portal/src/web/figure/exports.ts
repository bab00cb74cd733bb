/** The formats in which reporting exports a figure, by the media type to ask for. */
export const exportFormats = {
  CSV: { extension: 'csv', mediaType: 'text/csv' },
  XLSX: { extension: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
} as const;
export type ExportFormat = keyof typeof exportFormats;

/** The name under which an export is kept: the figure and its breakdown, without what a file system would refuse. */
export const exportName = (address: string, metric: string, format: ExportFormat): string => {
  const parameters = new URLSearchParams(address.slice(address.indexOf('?') + 1));
  const parts = ['by', 'year', 'region', 'level'].map((key) => parameters.get(key)).filter(Boolean);
  return `${[metric, ...parts].join('_').replaceAll(/[^\w.-]+/g, '-')}.${exportFormats[format].extension}`;
};
