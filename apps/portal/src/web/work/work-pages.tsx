import { Route, Routes } from 'react-router';
import { NotFound } from '../states/not-found.tsx';
import { CreatePage } from './form/create-page.tsx';
import { DocumentPage } from './document/document-page.tsx';
import { ListPage } from './list/list-page.tsx';
import { WorkPage } from './work-page.tsx';
import './work.css';

/** The pages of the workbench: all that is on them follows from what the services say of themselves. */
export default function WorkPages() {
  return (
    <Routes>
      <Route index element={<WorkPage />} />
      <Route path=":context/:collection" element={<ListPage />} />
      <Route path=":context/:collection/new" element={<CreatePage />} />
      <Route path=":context/:collection/:id" element={<DocumentPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
