import { Link, useNavigate } from 'react-router';
import { collectionAddress } from '../../api/addresses.ts';
import { Page } from '../../layout/page.tsx';
import { useRoles } from '../../session/session-context.tsx';
import { NotFound } from '../../states/not-found.tsx';
import { CollectionGate } from '../collection-gate.tsx';
import { allowedTo, type Collection } from '../description/description.ts';
import { documentLink, listLink } from '../links.ts';
import { useWords, useWorkbenchText } from '../use-workbench-text.ts';
import { CommandForm } from './command-form.tsx';

const Creation = ({ collection }: { collection: Collection }) => {
  const words = useWorkbenchText();
  const vocabulary = useWords(collection.aggregate);
  const navigate = useNavigate();
  const [create] = allowedTo(useRoles(), collection.create ? [collection.create] : []);
  if (create === undefined) return <NotFound />;
  return (
    <Page title={vocabulary.command(create.name)} lead={<Link to={listLink(collection)}>{words.back(vocabulary.names)}</Link>}>
      <section className="panel">
        <CommandForm
          collection={collection}
          command={create}
          address={collectionAddress(collection)}
          onDone={({ id }) => void navigate(documentLink(collection, id), { state: { isNew: true } })}
          onCancel={() => void navigate(listLink(collection))}
        />
      </section>
    </Page>
  );
};

/** The form by which a document begins; it leads to the page of what it made. */
export const CreatePage = () => <CollectionGate>{({ collection }) => <Creation collection={collection} />}</CollectionGate>;
