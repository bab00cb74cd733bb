import { Route, Routes } from 'react-router';
import { NotFound } from '../states/not-found.tsx';
import { DeskPage } from './desk-page.tsx';
import { ReviewPage } from './review-page.tsx';
import './review-desk.css';

/** An expert's own reviews: what is to be done, and one review beside the form in which it is scored. */
export default function ReviewDeskPages() {
  return (
    <Routes>
      <Route index element={<DeskPage />} />
      <Route path=":id" element={<ReviewPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
