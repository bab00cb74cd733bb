import { Alert } from 'antd';
import { useState } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { attachmentAddress, documentAddress, documentHistoryAddress } from '../../api/addresses.ts';
import { AttachmentAddress } from '../../attachments/attachment-link.tsx';
import { Page } from '../../layout/page.tsx';
import { History } from '../../project/history.tsx';
import '../../project/project.css';
import { Answered } from '../../states/answered.tsx';
import { useAnswer } from '../../states/use-answer.ts';
import { useFormat } from '../../text/use-format.ts';
import { useLanguage } from '../../text/language.tsx';
import { CollectionGate } from '../collection-gate.tsx';
import type { Collection } from '../description/description.ts';
import { schemaAt } from '../description/schema.ts';
import { CommandPanel } from '../form/command-panel.tsx';
import { titleOf } from '../list/columns.ts';
import type { Document } from '../list/csv.ts';
import { listLink } from '../links.ts';
import { useWords, useWorkbenchText } from '../use-workbench-text.ts';
import { DuePanel } from './due-panel.tsx';
import { ReviewersEntry } from './reviewers-entry.tsx';
import { Fields, SingleValue } from './value.tsx';
import { zoneName } from './zone-name.ts';
import './document.css';

interface Shown {
  readonly collection: Collection;
  readonly collections: readonly Collection[];
  readonly purpose?: string;
}

// What is told of every document, and its state, stand where they are found without looking for them.
const shownApart = ['id', 'version', 'createdAt', 'updatedAt', 'status'];

const Facts = ({ collection, collections, document }: Shown & { document: Document }) => {
  const words = useWorkbenchText();
  const vocabulary = useWords(collection.aggregate);
  const format = useFormat();
  const { lang } = useLanguage();
  return (
    <section className="panel" aria-labelledby="facts-title">
      <h2 id="facts-title">{words.facts}</h2>
      <Fields collection={collection} collections={collections} schema={collection.document} name="" value={document} but={shownApart} />
      <p className="panel-note zone-note">
        {vocabulary.field('id')} <code>{document.id}</code>
        {(['createdAt', 'updatedAt'] as const).map((name) => (
          <span key={name}>
            {' · '}
            {vocabulary.field(name)} <time dateTime={document[name]}>{format.instant(document[name])}</time>
          </span>
        ))}
        <br />
        {words.zone(zoneName(lang))}
      </p>
    </section>
  );
};

const Status = ({ collection, document }: { collection: Collection; document: Document }) => {
  const schema = schemaAt(collection.document, ['status']);
  return schema ? <SingleValue collection={collection} schema={schema} name="status" value={document['status']} /> : null;
};

const DocumentView = ({ shown, id }: { shown: Shown; id: string }) => {
  const { collection, purpose } = shown;
  const words = useWorkbenchText();
  const vocabulary = useWords(collection.aggregate);
  const format = useFormat();
  const { state } = useLocation();
  const [reads, setReads] = useState(0);
  const address = documentAddress(collection, id, purpose);
  const answer = useAnswer(`${address} ${reads}`, (api, signal) => api.read<Document>(address, signal));
  const isNew: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, 'isNew') : undefined;

  return (
    <Answered answer={answer} isPage>
      {(document) => (
        <Page
          title={titleOf(collection, document)}
          lead={
            <>
              <Link to={listLink(collection)}>{vocabulary.names}</Link> · <Status collection={collection} document={document} /> ·{' '}
              {vocabulary.field('version')} {format.count(document.version)}
            </>
          }
        >
          {isNew === true && reads === 0 && <Alert role="status" type="success" showIcon title={words.acts.made} className="made" />}
          <div className={collection.hasHistory ? 'project document' : 'document'}>
            <CommandPanel collection={collection} document={document} reload={() => setReads((count) => count + 1)} />
            <ReviewersEntry collection={collection} document={document} />
            <DuePanel collection={collection} document={document} />
            <AttachmentAddress value={(attachment) => attachmentAddress(collection, id, attachment, purpose)}>
              <Facts {...shown} document={document} />
            </AttachmentAddress>
            {collection.hasHistory && (
              <History
                key={document.version}
                addressAfter={(after) => documentHistoryAddress(collection, id, { after, purpose })}
                nameOf={vocabulary.event}
              />
            )}
          </div>
        </Page>
      )}
    </Answered>
  );
};

/** One document: its facts, what is due, what can be done with it, and every step so far. */
export const DocumentPage = () => {
  const { id = '' } = useParams();
  return <CollectionGate>{(shown) => <DocumentView key={id} shown={shown} id={id} />}</CollectionGate>;
};
