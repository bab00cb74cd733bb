import { Alert } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { callAddress, documentAddress } from '../api/addresses.ts';
import type { Api } from '../api/api.ts';
import { Page } from '../layout/page.tsx';
import { Answered } from '../states/answered.tsx';
import { Statement } from '../states/statement.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { useFormat } from '../text/use-format.ts';
import { readCollections } from '../workbench/description/read-collections.ts';
import { documentLink } from '../workbench/links.ts';
import type { Document } from '../workbench/list/csv.ts';
import { ApplicationForm } from './application-form.tsx';
import type { OpenCall } from './open-call.ts';
import { projectsCollection } from './places.ts';
import { useApplyText } from './use-apply-text.ts';
import './apply.css';

const applications = projectsCollection('applications');

interface Application extends Document {
  readonly status: string;
  readonly call: string;
  readonly content: { readonly title?: string };
  readonly returned?: { readonly reason: string; readonly resubmitBy: string };
}

// Three answers, of which each page needs all: the application, its call, and what its form is made of.
const readAll = async (api: Api, id: string, signal: AbortSignal) => {
  const [application, collections] = await Promise.all([
    api.read<Application>(documentAddress(applications, id), signal),
    readCollections(api, applications.context),
  ]);
  const call = await api.read<OpenCall>(callAddress(application.call), signal);
  return { application, call, collection: collections.find(({ collection }) => collection === applications.collection) };
};

const Returned = ({ reason, resubmitBy }: NonNullable<Application['returned']>) => {
  const words = useApplyText();
  const format = useFormat();
  return (
    <Alert
      type="warning"
      showIcon
      className="apply-returned"
      title={words.returned(reason)}
      description={words.resubmitBy(format.instant(resubmitBy))}
    />
  );
};

/** The page on which an application is written, from its draft until it is handed in, and again when it was returned. */
export default function ApplicationFormPage() {
  const { id = '' } = useParams();
  const words = useApplyText();
  const format = useFormat();
  const [reads, setReads] = useState(0);
  const answer = useAnswer(`${id} ${reads}`, (api, signal) => readAll(api, id, signal));
  return (
    <Answered answer={answer} isPage>
      {({ application, call, collection }) => {
        const isEditable = application.status === 'draft' || application.status === 'returned';
        if (!isEditable || collection === undefined)
          return (
            <Statement title={words.notEditable} explanation={words.notEditableRemedy} isPage>
              <Link to={documentLink(applications, id)}>{words.open}</Link>
            </Statement>
          );
        return (
          <Page
            title={application.content.title ?? words.untitled}
            lead={
              <>
                <Link to="/apply">{words.title}</Link> · {call.title} · {words.openUntil(format.instant(call.closesAt))}
              </>
            }
          >
            {application.returned && <Returned {...application.returned} />}
            <ApplicationForm
              key={`${id} ${application.version}`}
              collection={collection}
              document={application}
              call={call}
              reload={() => setReads((count) => count + 1)}
            />
          </Page>
        );
      }}
    </Answered>
  );
}
