import { Data, Shape, Type, UuidId } from '../../../../kernel/schema.ts';

export const CourseFigures = Data(
  Type.Array(
    Shape('TrainingCourseFigures', {
      courseId: UuidId('Id of the course.'),
      assigned: Type.Integer({ description: 'Its assignments that are not deleted.' }),
      completed: Type.Integer({ description: 'Those of them that are completed.' }),
      overdue: Type.Integer({ description: 'Those that are overdue now.' }),
    }),
    { description: 'Courses that anybody was assigned, in the order of their ids.' },
  ),
);
