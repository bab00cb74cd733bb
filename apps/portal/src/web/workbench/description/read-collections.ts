import { descriptionAddress } from '../../api/addresses.ts';
import type { Api } from '../../api/api.ts';
import { type Collection, collectionsOf, type ServiceDescription } from './description.ts';

const known = new Map<string, Promise<readonly Collection[]>>();

/** The collections of a service. A description changes only with a release of its service, so it is read once a visit. */
export const readCollections = (api: Api, context: string): Promise<readonly Collection[]> => {
  const reading =
    known.get(context) ?? api.read<ServiceDescription>(descriptionAddress(context)).then((document) => collectionsOf(context, document));
  known.set(context, reading);
  // One that could not be read is asked for again; whoever asked for it now is told.
  reading.catch(() => known.delete(context));
  return reading;
};
