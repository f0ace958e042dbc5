import type { components } from '@crewready/client';

type Schemas = components['schemas'];
export type Summary = Schemas['SubjectSummary'];
export type QualificationRecord = Schemas['QualificationRecord'];
export type Field = Schemas['QualificationField'];
export type Media = Schemas['MediaRecord'];
