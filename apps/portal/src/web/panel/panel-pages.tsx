import { Route, Routes } from 'react-router';
import { NotFound } from '../states/not-found.tsx';
import { CallsPage } from './calls-page.tsx';
import { PanelPage } from './panel-page.tsx';
import './panel.css';

/** The panels of an agency's calls: their areas, and of each area the ranking on which it decides. */
export default function PanelPages() {
  return (
    <Routes>
      <Route index element={<CallsPage />} />
      <Route path=":call/:area" element={<PanelPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
