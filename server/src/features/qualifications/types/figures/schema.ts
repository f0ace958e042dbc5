import { Data, Shape, Type, UuidId } from '../../../../kernel/schema.ts';

export const FiguresQuery = Type.Object({
  expiringDays: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 3660,
      default: 30,
      description: 'Within how many days from now a record is `expiring`.',
    }),
  ),
});

export const TypeFigures = Data(
  Type.Array(
    Shape('QualificationTypeFigures', {
      typeId: UuidId('Id of the qualification type.'),
      active: Type.Integer({ description: 'Its active records.' }),
      expiring: Type.Integer({ description: 'Those of them that are expiring.' }),
      lapsed: Type.Integer({ description: 'Those of them that have expired.' }),
    }),
    { description: 'Types that anybody has an active record of, in the order of their ids.' },
  ),
);
