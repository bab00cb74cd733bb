import { Route, Routes } from 'react-router';
import { NotFound } from '../states/not-found.tsx';
import { CreatePage } from './form/create-page.tsx';
import { DocumentPage } from './document/document-page.tsx';
import { ListPage } from './list/list-page.tsx';
import { WorkbenchPage } from './workbench-page.tsx';
import './workbench.css';

/** The pages of the workbench: all that is on them follows from what the services say of themselves. */
export default function WorkbenchPages() {
  return (
    <Routes>
      <Route index element={<WorkbenchPage />} />
      <Route path=":context/:collection" element={<ListPage />} />
      <Route path=":context/:collection/new" element={<CreatePage />} />
      <Route path=":context/:collection/:id" element={<DocumentPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
