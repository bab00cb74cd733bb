import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { Answered } from '../states/answered.tsx';
import { NotFound } from '../states/not-found.tsx';
import { useAnswer } from '../states/use-answer.ts';
import type { Collection } from './description/description.ts';
import { serviceNames } from '../../service-names.ts';
import { readCollections } from './description/read-collections.ts';
import { PurposeGate } from './purpose-gate.tsx';

interface Shown {
  readonly collection: Collection;
  /** All of its service, for links to others. */
  readonly collections: readonly Collection[];
  /** What its documents are read for, where they are about persons. */
  readonly purpose?: string;
}

const OfService = ({ context, name, children }: { context: string; name: string; children: (shown: Shown) => ReactNode }) => {
  const answer = useAnswer(context, (api) => readCollections(api, context));
  return (
    <Answered answer={answer} isPage>
      {(collections) => {
        const collection = collections.find((each) => each.collection === name);
        if (collection === undefined) return <NotFound />;
        if (!collection.isPersonal) return children({ collection, collections });
        return <PurposeGate collection={collection}>{(purpose) => children({ collection, collections, purpose })}</PurposeGate>;
      }}
    </Answered>
  );
};

/** Shows a page of the collection that the address names, once it is known what the service says of it. */
export const CollectionGate = ({ children }: { children: (shown: Shown) => ReactNode }) => {
  const { context = '', collection = '' } = useParams();
  if (!serviceNames.some((known) => known === context)) return <NotFound />;
  return (
    <OfService key={`${context}/${collection}`} context={context} name={collection}>
      {children}
    </OfService>
  );
};
