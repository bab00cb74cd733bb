import type { AttachmentLimits } from '../workbench/description/description.ts';

/** What a file is taken for: what the browser says, or, where that knows no such type, what its name ends in. Undefined where it is none that is taken. */
export const mediaTypeOf = ({ name, type }: Pick<File, 'name' | 'type'>, { mediaTypes }: AttachmentLimits): string | undefined => {
  if (Object.hasOwn(mediaTypes, type)) return type;
  return Object.keys(mediaTypes).find((each) => mediaTypes[each]?.some((ending) => name.toLowerCase().endsWith(ending)));
};

/** The endings of all names that are taken, as people read them: `PDF, PNG`. */
export const endingsOf = ({ mediaTypes }: AttachmentLimits): string =>
  Object.values(mediaTypes)
    .flatMap(([usual = '']) => usual.slice(1).toUpperCase())
    .join(', ');

/** What a browser offers to choose among. */
export const acceptedBy = ({ mediaTypes }: AttachmentLimits): string =>
  Object.entries(mediaTypes)
    .flatMap(([type, endings]) => [type, ...endings])
    .join(',');
