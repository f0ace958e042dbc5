import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { useSession } from './api.ts';
import { useChosen } from './parts/chosen.ts';
import { Problem } from './parts/problem.tsx';
import { Shell } from './shell/shell.tsx';
import { SignIn } from './sign-in.tsx';
import { page } from './words/page.tsx';

const Home = lazy(() => import('./home/home.tsx'));
const Matrix = lazy(() => import('./matrix/matrix.tsx'));
const Person = lazy(() => import('./person/person.tsx'));
const Assign = lazy(() => import('./assign/assign.tsx'));
const People = lazy(() => import('./directory/people.tsx'));
const Vehicles = lazy(() => import('./directory/vehicles.tsx'));
const Tags = lazy(() => import('./directory/tags.tsx'));
const Assignments = lazy(() => import('./assignments/assignments.tsx'));
const Courses = page('courses', () => import('./courses/courses.tsx'));
const Records = page('papers', () => import('./papers/records.tsx'));
const Types = page('papers', () => import('./papers/types.tsx'));
const Calendar = page('papers', () => import('./papers/calendar.tsx'));
const Rules = page('rules', () => import('./rules/rules.tsx'));
const Rule = page('rules', () => import('./rules/rule-page.tsx'));
const Driving = page('driving', () => import('./driving/driving.tsx'));
const DrivingSettings = page('driving', () => import('./driving/settings.tsx'));
const Reports = page('reports', () => import('./reports/reports.tsx'));
const Report = page('reports', () => import('./reports/report-page.tsx'));
const ReportBuilder = page('reports', () => import('./reports/builder.tsx'));
const Audit = page('ledger', () => import('./ledger/audit.tsx'));
const Accounts = page('settings', () => import('./settings/accounts.tsx'));
const Tokens = page('settings', () => import('./settings/tokens.tsx'));
const NotHere = lazy(() => import('./parts/not-here.tsx'));

export function App() {
  const { data: session, error, refetch } = useSession();
  const assign = useChosen('assign');
  if (session === undefined) return error ? <Problem error={error} again={refetch} /> : null;
  if (session === null) return <SignIn />;
  return (
    <Shell session={session}>
      <Suspense fallback={null}>
        <Routes>
          <Route index element={<Home session={session} />} />
          <Route path="matrix" element={<Matrix />} />
          <Route path="matrix/:subjectId/:requirementId" element={<Matrix />} />
          <Route path="person/:id" element={<Person />} />
          <Route path="directory/people" element={<People />} />
          <Route path="directory/vehicles" element={<Vehicles />} />
          <Route path="directory/tags" element={<Tags />} />
          <Route path="training/assignments" element={<Assignments />} />
          <Route path="training/courses" element={<Courses />} />
          <Route path="qualifications/records" element={<Records />} />
          <Route path="qualifications/types" element={<Types />} />
          <Route path="qualifications/calendar" element={<Calendar />} />
          <Route path="rules" element={<Rules />} />
          <Route path="rules/new" element={<Rule />} />
          <Route path="rules/:id" element={<Rule />} />
          <Route path="driving" element={<Driving />} />
          <Route path="driving/settings" element={<DrivingSettings />} />
          <Route path="reports" element={<Reports />} />
          <Route path="reports/new" element={<ReportBuilder />} />
          <Route path="reports/:id" element={<Report />} />
          <Route path="reports/:id/edit" element={<ReportBuilder />} />
          <Route path="audit" element={<Audit />} />
          <Route path="settings/accounts" element={<Accounts />} />
          <Route path="settings/tokens" element={<Tokens />} />
          <Route path="*" element={<NotHere />} />
        </Routes>
        {assign.isOpen && <Assign />}
      </Suspense>
    </Shell>
  );
}
