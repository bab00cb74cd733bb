import { Button } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { documentsAddress } from '../../api/addresses.ts';
import type { Page as PageOf } from '../../api/events.ts';
import { Page } from '../../layout/page.tsx';
import { Pager } from '../../projects/pager.tsx';
import { usePageTurning } from '../../projects/use-page-turning.ts';
import { useRoles } from '../../session/session-context.tsx';
import { Answered } from '../../states/answered.tsx';
import { Statement } from '../../states/statement.tsx';
import { useAnswer } from '../../states/use-answer.ts';
import { useFormat } from '../../text/use-format.ts';
import { isNarrowed, parseListView } from '../../url/list-view.ts';
import { CollectionGate } from '../collection-gate.tsx';
import { allowedTo, type Collection } from '../description/description.ts';
import { createLink } from '../links.ts';
import { useWords, useWorkbenchText } from '../use-workbench-text.ts';
import type { Document } from './csv.ts';
import { DocumentTable } from './document-table.tsx';
import { ExportPanel } from './export-panel.tsx';
import { ListFilterBar } from './list-filter-bar.tsx';
import { SavedViewBar } from './saved-view-bar.tsx';
import './list.css';

const pageSize = 25;

const CreateButton = ({ collection }: { collection: Collection }) => {
  const words = useWords(collection.aggregate);
  const navigate = useNavigate();
  const [create] = allowedTo(useRoles(), collection.create ? [collection.create] : []);
  if (create === undefined) return null;
  return (
    <Button type="primary" onClick={() => void navigate(createLink(collection))}>
      {words.command(create.name)}
    </Button>
  );
};

const List = ({ collection, purpose }: { collection: Collection; purpose: string | undefined }) => {
  const words = useWorkbenchText();
  const { names } = useWords(collection.aggregate);
  const format = useFormat();
  const [parameters] = useSearchParams();
  const { cursor, pagerFor } = usePageTurning();
  const view = parseListView(parameters, collection);
  const address = documentsAddress(collection, { ...view.filters, sort: view.sort, limit: pageSize, after: cursor, count: true, purpose });
  const answer = useAnswer(address, (api, signal) => api.read<PageOf<Document>>(address, signal));
  const isSearched = isNarrowed(view) || cursor !== undefined;

  return (
    <Page title={names} lead={<Link to="/workbench">{words.back(words.title)}</Link>} actions={<CreateButton collection={collection} />}>
      <SavedViewBar collection={collection} view={view} />
      <ListFilterBar collection={collection} view={view} />
      <Answered answer={answer}>
        {({ items, next: following, count }) =>
          items.length === 0 ? (
            <Statement title={isSearched ? words.noMatch : words.none} explanation={isSearched ? words.noMatchRemedy : words.noneRemedy} />
          ) : (
            <section className="panel">
              <div className="list-head">
                <p className="panel-note" role="status">
                  {count !== undefined && words.counted(format.count(count))}
                </p>
                <ExportPanel collection={collection} view={view} purpose={purpose} />
              </div>
              <DocumentTable collection={collection} documents={items} />
              <Pager {...pagerFor(following)} />
            </section>
          )
        }
      </Answered>
    </Page>
  );
};

/** A list of a collection, page by page; the address holds filters, order and page, so that all can be shared. */
export const ListPage = () => (
  <CollectionGate>{({ collection, purpose }) => <List collection={collection} purpose={purpose} />}</CollectionGate>
);
