import type { components } from '@crewready/client';
import { useQuery } from '@tanstack/react-query';
import { crew } from '../api.ts';

export type Course = components['schemas']['TrainingCourse'];
export type Figures = components['schemas']['TrainingCourseFigures'];

/** More than any organization writes. */
const MOST = 20_000;

/** Every course that is not deleted, drafts too, by title. */
export const useAllCourses = () =>
  useQuery({
    queryKey: ['courses', 'all'],
    queryFn: async ({ signal }) => {
      const all = await crew.courses.list({ includeDrafts: true }, { signal }).toArray(MOST);
      return all.filter(({ status }) => status !== 'deleted').sort((a, b) => a.title.localeCompare(b.title));
    },
  });

/** Course categories by name. */
export const useCategories = () =>
  useQuery({
    queryKey: ['courses', 'categories'],
    queryFn: ({ signal }) => crew.courseCategories.list({}, { signal }).toArray(MOST),
  });

/** Who has which course, by its id; none has nobody. */
export const useCourseFigures = () =>
  useQuery({
    queryKey: ['courses', 'figures'],
    queryFn: async ({ signal }) =>
      new Map((await crew.courses.getFigures({}, { signal })).map((each) => [each.courseId, each])),
  });
