import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { Landing } from './layout/landing.tsx';
import { SessionGate } from './session/session-gate.tsx';
import { NotFound } from './states/not-found.tsx';
import { PageSkeleton } from './states/page-skeleton.tsx';

const OverviewPage = lazy(() => import('./overview/overview-page.tsx'));
const FiguresPage = lazy(() => import('./figure/figures-page.tsx'));
const FigurePage = lazy(() => import('./figure/figure-page.tsx'));
const TargetsPage = lazy(() => import('./target/targets-page.tsx'));
const ProjectsPage = lazy(() => import('./projects/projects-page.tsx'));
const PublicityPage = lazy(() => import('./publicity/publicity-page.tsx'));
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
      <Route index element={<Landing overview={<OverviewPage />} />} />
      <Route path="figures" element={<FiguresPage />} />
      <Route path="figures/:metric" element={<FigurePage />} />
      <Route path="targets" element={<TargetsPage />} />
      <Route path="projects" element={<ProjectsPage />} />
      <Route path="projects/:id" element={<ProjectPage />} />
      <Route path="workbench/*" element={<WorkbenchPages />} />
      <Route path="parked" element={<ParkedPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  </SessionGate>
);
