import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { Landing } from './layout/landing.tsx';
import { SessionGate } from './session/session-gate.tsx';
import { NotFound } from './states/not-found.tsx';
import { PageSkeleton } from './states/page-skeleton.tsx';

const TasksPage = lazy(() => import('./tasks/tasks-page.tsx'));
const InboxPage = lazy(() => import('./inbox/inbox-page.tsx'));
const BoardPage = lazy(() => import('./board/board-page.tsx'));
const OverviewPage = lazy(() => import('./overview/overview-page.tsx'));
const FiguresPage = lazy(() => import('./figure/figures-page.tsx'));
const FigurePage = lazy(() => import('./figure/figure-page.tsx'));
const ProjectsPage = lazy(() => import('./projects/projects-page.tsx'));
const PublicityPage = lazy(() => import('./publicity/publicity-page.tsx'));
const ApplyPage = lazy(() => import('./apply/apply-page.tsx'));
const ApplicationFormPage = lazy(() => import('./apply/application-form-page.tsx'));
const ReviewDeskPages = lazy(() => import('./review-desk/review-desk-pages.tsx'));
const PanelPages = lazy(() => import('./panel/panel-pages.tsx'));
const InvitePage = lazy(() => import('./invitations/invite-page.tsx'));
const ParkedPage = lazy(() => import('./parked/parked-page.tsx'));
const WorkbenchPages = lazy(() => import('./workbench/workbench-pages.tsx'));
const ProjectPage = lazy(() => import('./project/project-page.tsx'));

/** Every page; only what is publicised is there for whoever has not logged in. */
export const Pages = () => (
  <Suspense fallback={<PageSkeleton />}>
    <Routes>
      <Route path="publicity" element={<PublicityPage />} />
      <Route path="*" element={<PagesOfMembers />} />
    </Routes>
  </Suspense>
);

const PagesOfMembers = () => (
  <SessionGate>
    <Routes>
      <Route index element={<Landing />} />
      <Route path="tasks" element={<TasksPage />} />
      <Route path="inbox" element={<InboxPage />} />
      <Route path="board" element={<BoardPage />} />
      <Route path="overview" element={<OverviewPage />} />
      <Route path="figures" element={<FiguresPage />} />
      <Route path="figures/:metric" element={<FigurePage />} />
      <Route path="projects" element={<ProjectsPage />} />
      <Route path="projects/:id" element={<ProjectPage />} />
      <Route path="workbench/*" element={<WorkbenchPages />} />
      <Route path="apply" element={<ApplyPage />} />
      <Route path="apply/:id" element={<ApplicationFormPage />} />
      <Route path="reviews/*" element={<ReviewDeskPages />} />
      <Route path="panels/*" element={<PanelPages />} />
      <Route path="applications/:id/reviewers" element={<InvitePage />} />
      <Route path="parked" element={<ParkedPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  </SessionGate>
);
