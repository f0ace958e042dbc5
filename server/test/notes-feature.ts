import { sql } from '../src/kernel/database.ts';
import { notFound } from '../src/kernel/errors.ts';
import type { Feature, Routes } from '../src/kernel/feature.ts';
import { newId, uuids } from '../src/kernel/ids.ts';
import { type Stamp, write } from '../src/kernel/ledger/write.ts';
import { pageOf } from '../src/kernel/lists.ts';
import {
  After,
  Body,
  Data,
  List,
  Page,
  PageLimit,
  Shape,
  Time,
  TimeInput,
  Type,
  UuidId,
} from '../src/kernel/schema.ts';
import { STREAM_PAGE, settle, streamPagination, streamPosition } from '../src/kernel/stream.ts';
import { wireTime } from '../src/kernel/time.ts';
import { samsara } from '../src/surfaces/samsara.ts';

/** The notes' own table; a test creates it in its clone of the database. */
export const NOTES_TABLE = `create table note (
  org_id bigint not null, id uuid not null, text text not null,
  updated_at timestamptz not null, deleted_at timestamptz, primary key (org_id, id));
  create index note_stream on note (org_id, updated_at, id)`;

const Note = Shape('Note', {
  id: UuidId('Id of the note.'),
  text: Type.String({ description: 'What it says.' }),
  updatedAtTime: Time('When it last changed.'),
  deletedAtTime: Type.Optional(Time('When it was deleted.')),
});
const text = Type.String({ minLength: 1, maxLength: 1000, description: 'What it says.' });

const toNote = ([id, words, updatedAt, deletedAt]: (string | null)[]) => ({
  id: id as string,
  text: words as string,
  updatedAtTime: wireTime(updatedAt as string),
  ...(deletedAt ? { deletedAtTime: wireTime(deletedAt) } : {}),
});

const change = (stamp: Stamp, operation: 'create' | 'update' | 'delete', row: (string | null)[]) => {
  const note = toNote(row);
  stamp.record({ resource: 'note', id: note.id, operation, document: JSON.stringify(note) });
  return note;
};

/**
 * The smallest resource that uses all of the kernel: a stream, a list, and writes that take Idempotency-Key and
 * dryRun. The kernel's tests run on it, so that they need no feature of the product.
 */
const routes: Routes = (app, { database, cursors, clock }) => {
  const about = { tags: ['Notes'] };

  app.get(
    '/notes/stream',
    {
      config: { scope: 'Read Notes' },
      schema: {
        ...about,
        operationId: 'streamNotes',
        summary: 'Notes as they change',
        querystring: Type.Object({
          startTime: TimeInput('Notes changed since then.'),
          endTime: Type.Optional(TimeInput('Notes changed before then.')),
          ids: Type.Optional(List(Type.String(), { description: 'Only these notes.', maxItems: 100 })),
          after: After,
        }),
        response: { 200: Page(Note, 'The notes.') },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const ids = query.ids && uuids('ids', query.ids);
      const binding = { operation: 'streamNotes', orgId: caller.orgId, ids };
      const position = streamPosition(cursors, query, binding, clock.now());
      await settle(database, caller.orgId, position.endTime);
      // A page of notes that changed in the window, oldest change first, after the cursor.
      const rows = await database.rows(sql`
        select id, text, updated_at, deleted_at from note
        where org_id = ${caller.orgId} and (updated_at, id) > (${position.at}::timestamptz, ${position.id}::uuid)
          and updated_at < coalesce(${position.endTime ?? null}::timestamptz, 'infinity')
          and (${ids ?? null}::uuid[] is null or id = any(${ids ?? null}::uuid[]))
        order by updated_at, id limit ${STREAM_PAGE}`);
      const last = rows.at(-1);
      const key = last && ([last[2], last[0]] as const);
      return {
        data: rows.map(toNote),
        pagination: streamPagination(cursors, position, key, rows.length, clock.now()),
      };
    },
  );

  app.get(
    '/notes',
    {
      config: { scope: 'Read Notes', limit: '10/second' },
      schema: {
        ...about,
        operationId: 'listNotes',
        summary: 'Notes by id',
        querystring: Type.Object({ after: After, limit: PageLimit }),
        response: { 200: Page(Note, 'The notes.') },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const binding = { operation: 'listNotes', orgId: caller.orgId };
      const [after] = query.after ? cursors.open(query.after, binding, clock.now()) : [];
      const limit = query.limit ?? 512;
      // A page of notes in the order of their ids.
      const rows = await database.rows(sql`
        select id, text, updated_at, deleted_at from note
        where org_id = ${caller.orgId} and (${after ?? null}::uuid is null or id > ${after ?? null}::uuid)
        order by id limit ${limit + 1}`);
      return pageOf(rows, limit, toNote, (row) => cursors.seal([row[0]], binding, clock.now()));
    },
  );

  app.post(
    '/notes',
    {
      config: { scope: 'Write Notes' },
      schema: {
        ...about,
        operationId: 'createNote',
        summary: 'Add a note',
        body: Body('NoteCreate', { text, due: Type.Optional(Type.Integer({ description: 'Days.' })) }),
        response: { 201: Data(Note) },
      },
    },
    async (request, reply) => {
      reply.code(201);
      const { caller, body } = request;
      const data = await write(database, caller, async (tx, stamp) => {
        // Adds one note.
        const rows = await tx.rows(sql`
          insert into note (org_id, id, text, updated_at)
          values (${caller.orgId}, ${newId()}, ${body.text}, ${stamp.at})
          returning id, text, updated_at, deleted_at`);
        return change(stamp, 'create', rows[0] as string[]);
      });
      return { data };
    },
  );

  app.patch(
    '/notes',
    {
      config: { scope: 'Write Notes' },
      schema: {
        ...about,
        operationId: 'updateNotes',
        summary: 'Say something else in up to 100 notes',
        querystring: Type.Object({
          ids: List(Type.String(), { description: 'The notes.', maxItems: 100, minItems: 1 }),
        }),
        body: Body('NoteUpdate', { text }),
        response: { 200: Type.Object({ data: Type.Array(Note, { description: 'The notes.' }) }) },
      },
    },
    async (request) => {
      const { caller, body } = request;
      const ids = uuids('ids', request.query.ids);
      const data = await write(database, caller, async (tx, stamp) => {
        // Changes the notes that say something else; all or nothing.
        const rows = await tx.rows(sql`
          update note set text = ${body.text}, updated_at = ${stamp.at}
          where org_id = ${caller.orgId} and id = any(${ids}::uuid[]) and deleted_at is null
            and text <> ${body.text}
          returning id, text, updated_at, deleted_at`);
        return rows.map((row) => change(stamp, 'update', row));
      });
      return { data };
    },
  );

  app.delete(
    '/notes/:id',
    {
      config: { scope: 'Write Notes' },
      schema: {
        ...about,
        operationId: 'deleteNote',
        summary: 'Delete a note',
        params: Type.Object({ id: Type.String({ description: 'Id of the note.' }) }),
        response: { 204: Type.Null({ description: 'Deleted.' }) },
      },
    },
    async (request, reply) => {
      reply.code(204);
      const { caller } = request;
      const [id] = uuids('id', [request.params.id]);
      await write(database, caller, async (tx, stamp) => {
        // Leaves a tombstone.
        const [row] = await tx.rows(sql`
          update note set deleted_at = ${stamp.at}, updated_at = ${stamp.at}
          where org_id = ${caller.orgId} and id = ${id} and deleted_at is null
          returning id, text, updated_at, deleted_at`);
        if (!row) throw notFound(`No note ${id}.`);
        change(stamp, 'delete', row);
      });
      return reply.send(null);
    },
  );
};

export const notesFeature: Feature = { name: 'notes', routes: [samsara(routes)] };
