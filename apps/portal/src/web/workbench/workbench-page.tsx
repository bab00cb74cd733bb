import { Link } from 'react-router';
import { documentsAddress } from '../api/addresses.ts';
import type { Page as PageOf } from '../api/events.ts';
import { Page } from '../layout/page.tsx';
import { Answered } from '../states/answered.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { useFormat } from '../text/use-format.ts';
import type { Collection } from './description/description.ts';
import { type ServiceName, serviceNames } from '../../service-names.ts';
import { readCollections } from './description/read-collections.ts';
import { listLink } from './links.ts';
import { useWords, useWorkbenchText } from './use-workbench-text.ts';

const Count = ({ collection }: { collection: Collection }) => {
  const words = useWorkbenchText();
  const format = useFormat();
  const address = documentsAddress(collection, { limit: 1, count: true });
  const answer = useAnswer(address, (api, signal) => api.read<PageOf<unknown>>(address, signal));
  if (answer.status === 'loading') return <span aria-busy="true">…</span>;
  if (answer.status === 'failed') return <span>{words.notCounted}</span>;
  return <span>{words.counted(format.count(answer.value.count ?? 0))}</span>;
};

const Tile = ({ collection }: { collection: Collection }) => {
  const words = useWorkbenchText();
  const { names } = useWords(collection.aggregate);
  return (
    <li>
      <Link className="tile" to={listLink(collection)}>
        <strong>{names}</strong>
        <span className="panel-note">{collection.isPersonal ? words.personal : <Count collection={collection} />}</span>
      </Link>
    </li>
  );
};

const Service = ({ context }: { context: ServiceName }) => {
  const words = useWorkbenchText();
  const answer = useAnswer(context, (api) => readCollections(api, context));
  return (
    <Answered answer={answer}>
      {(collections) =>
        collections.length > 0 && (
          <section className="service" aria-labelledby={`service-${context}`}>
            <h2 id={`service-${context}`}>{words.services[context]}</h2>
            <ul className="tiles">
              {collections.map((collection) => (
                <Tile key={collection.collection} collection={collection} />
              ))}
            </ul>
          </section>
        )
      }
    </Answered>
  );
};

/** Everything that there is to work on, by service. */
export const WorkbenchPage = () => {
  const words = useWorkbenchText();
  return (
    <Page title={words.title} lead={words.lead}>
      {serviceNames.map((context) => (
        <Service key={context} context={context} />
      ))}
    </Page>
  );
};
