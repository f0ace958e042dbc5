import type { Routes } from '../../../kernel/feature.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { TYPE_MOVES } from './moves.ts';
import { CreateType, TypeId, TypeReply, UpdateType } from './schema.ts';
import { addType, archiveType, updateType } from './service.ts';

const WRITE = { scope: 'Write Qualification Records', limit: '100/minute' } as const;
const tags = ['Qualifications'];

/** What the public API keeps in its dashboard: making types and retiring them. */
export const typeAuthoringRoutes: Routes = (app, { database }) => {
  app.post(
    '/qualification-types',
    {
      config: WRITE,
      schema: {
        operationId: 'createQualificationType',
        summary: 'Make a qualification type',
        tags,
        body: CreateType,
        response: { 201: TypeReply },
      },
    },
    async ({ caller, body }) => ({ data: await write(database, caller, (tx) => addType(tx, body)) }),
  );

  app.patch(
    '/qualification-types',
    {
      config: { ...WRITE, moves: { update: TYPE_MOVES.update } },
      schema: {
        operationId: 'updateQualificationType',
        summary: 'Change a qualification type',
        description:
          'Only what is named changes; `fields` is the whole list, and a field that is sent with its id keeps it. A change makes a new revision; records keep the one they were made with.',
        tags,
        body: UpdateType,
        response: { 200: TypeReply },
      },
    },
    async ({ caller, body }) => ({ data: await write(database, caller, (tx) => updateType(tx, body)) }),
  );

  app.post(
    '/qualification-types/archive',
    {
      config: { ...WRITE, moves: { archive: TYPE_MOVES.archive } },
      schema: {
        operationId: 'archiveQualificationType',
        summary: 'Retire a qualification type; its records stay',
        tags,
        body: TypeId,
        response: { 200: TypeReply },
      },
    },
    async ({ caller, body }) => ({ data: await write(database, caller, (tx) => archiveType(tx, body.id)) }),
  );
};
