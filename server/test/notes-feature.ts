import { columns, type Queryable, sql } from '../src/kernel/database/database.ts';
import { notFound } from '../src/kernel/errors.ts';
import type { Feature, Routes } from '../src/kernel/feature.ts';
import { jsonText } from '../src/kernel/http/http.ts';
import { newId, uuids } from '../src/kernel/ids.ts';
import type { Resource } from '../src/kernel/ledger/resource.ts';
import { write } from '../src/kernel/ledger/write.ts';
import { paging } from '../src/kernel/pages/lists.ts';
import { answerStream, streamPage } from '../src/kernel/pages/stream.ts';
import {
  After,
  Body,
  Data,
  List,
  Page,
  PageLimit,
  Shape,
  type Static,
  Time,
  TimeInput,
  Type,
  UuidId,
} from '../src/kernel/schema.ts';
import { utcText, wireTime } from '../src/kernel/time.ts';
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
type Note = Static<typeof Note>;
const text = Type.String({ minLength: 1, maxLength: 1000, description: 'What it says.' });

const NOTE = columns<{ id: string; text: string; updatedAt: string; deletedAt: string | null }>({
  id: sql`note.id`,
  text: sql`note.text`,
  updatedAt: sql`note.updated_at`,
  deletedAt: sql`note.deleted_at`,
});

const toNote = ({ id, text: words, updatedAt, deletedAt }: ReturnType<typeof NOTE.read>): Note => ({
  id,
  text: words,
  updatedAtTime: wireTime(updatedAt),
  ...(deletedAt ? { deletedAtTime: wireTime(deletedAt) } : {}),
});

const readNotes = async (database: Queryable, orgId: string, ids: readonly string[]): Promise<Note[]> => {
  const rows = await database.rows(sql`
    select ${NOTE.list} from note where org_id = ${orgId} and id = any(${ids}::uuid[])`);
  return rows.map((row) => toNote(NOTE.read(row)));
};

const note: Resource<Note> = {
  name: 'note',
  scope: 'Read Notes',
  id: 'uuid',
  document: Note,
  about: () => [],
  read: async (database, orgId, ids) =>
    (await readNotes(database, orgId, ids)).map((document) => ({ id: document.id, document })),
  present: (orgId) => sql`select id::text from note where org_id = ${orgId} and deleted_at is null`,
};

/**
 * The smallest resource that uses all of the kernel: a stream, a list, and writes that take Idempotency-Key and
 * dryRun. The kernel's tests run on it, so that they need no feature of the product.
 */
const routes: Routes = (app, services) => {
  const { database, cursors } = services;
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
      const time = utcText(sql`note.updated_at`);
      const source = {
        table: 'note',
        document: sql`replace(json_strip_nulls(json_build_object('id', note.id, 'text', note.text,
          'updatedAtTime', ${time}, 'deletedAtTime', ${utcText(sql`note.deleted_at`)}))::text, '.000Z"', 'Z"')`,
        where: sql`note.org_id = ${caller.orgId}
          and (${ids ?? null}::uuid[] is null or note.id = any(${ids ?? null}::uuid[]))`,
      };
      const pieces = await answerStream(request, services, { ids }, (position) =>
        streamPage(database, position, source),
      );
      return jsonText(pieces);
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
      const { after, page } = paging(request, cursors);
      const limit = query.limit ?? 512;
      // A page of notes in the order of their ids.
      const rows = await database.rows(sql`
        select ${NOTE.list} from note
        where org_id = ${caller.orgId} and (${after[0] ?? null}::uuid is null or id > ${after[0] ?? null}::uuid)
        order by id limit ${limit + 1}`);
      return page(rows.map(NOTE.read), limit, toNote, ({ id }) => [id]);
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
    async ({ caller, body }) => ({
      data: await write(database, caller, async (tx) => {
        // Adds one note.
        const rows = await tx.rows(sql`
          insert into note (org_id, id, text, updated_at) values (${tx.orgId}, ${newId()}, ${body.text}, ${tx.at})
          returning ${NOTE.list}`);
        const document = toNote(NOTE.read(rows[0] as string[]));
        tx.changed(note, 'create', [{ id: document.id, document }]);
        return document;
      }),
    }),
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
    async ({ caller, body, query }) => {
      const ids = uuids('ids', query.ids);
      const data = await write(database, caller, async (tx) => {
        // Changes the notes that say something else; all or nothing.
        const rows = await tx.rows(sql`
          update note set text = ${body.text}, updated_at = ${tx.at}
          where org_id = ${tx.orgId} and id = any(${ids}::uuid[]) and deleted_at is null and text <> ${body.text}
          returning ${NOTE.list}`);
        const notes = rows.map((row) => toNote(NOTE.read(row)));
        tx.changed(
          note,
          'update',
          notes.map(({ id }) => id),
        );
        return notes;
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
    async ({ caller, params }) => {
      const [id] = uuids('id', [params.id]);
      await write(database, caller, async (tx) => {
        // Leaves a tombstone.
        const [row] = await tx.rows(sql`
          update note set deleted_at = ${tx.at}, updated_at = ${tx.at}
          where org_id = ${tx.orgId} and id = ${id} and deleted_at is null returning ${NOTE.list}`);
        if (!row) throw notFound(`No note ${id}.`);
        tx.changed(note, 'delete', [{ id: NOTE.read(row).id, document: toNote(NOTE.read(row)) }]);
      });
    },
  );
};

export const notesFeature: Feature = { name: 'notes', routes: [samsara(routes)], resources: [note] };
