import type { Routes } from '../../../kernel/feature.ts';
import { jsonText } from '../../../kernel/http/http.ts';
import { baseUrl } from '../../../kernel/http/signed-urls.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { servedText } from '../../fields/index.ts';
import { MEDIA_BODY_LIMIT } from '../../media/index.ts';
import { moveRecord, updateRecord } from './change.ts';
import { createRecord } from './create.ts';
import { idsOf, recordRef, unknownRecord } from './ids.ts';
import { RECORD_MOVES } from './moves.ts';
import { pageText } from './page.ts';
import {
  CreateRecord,
  Emptied,
  RecordId,
  RecordReply,
  RecordsQuery,
  RecordsReply,
  UpdateRecord,
} from './schema.ts';
import { readRecords } from './store.ts';

const READ = { scope: 'Read Qualification Records', limit: '5/second' } as const;
const WRITE = { scope: 'Write Qualification Records', limit: '100/minute' } as const;
const tags = ['Qualifications'];

export const recordRoutes: Routes = (app, services) => {
  const { database } = services;

  app.get(
    '/qualification-records',
    {
      config: READ,
      schema: {
        operationId: 'getQualificationRecords',
        summary: 'Read qualification records by id',
        description: 'Deleted ones are found too. One unknown id is a 404 that names it.',
        tags,
        querystring: RecordsQuery,
        response: { 200: RecordsReply },
      },
    },
    async (request) => {
      const { includeExternalIds } = request.query;
      const refs = request.query.ids.map((text) => recordRef('ids', text));
      const wanted = await idsOf(database, request.caller.orgId, 'ids', refs);
      const ids = [...wanted.keys()];
      const { items, found } = await readRecords(database, request.caller, ids, includeExternalIds);
      const lost = found.length < ids.length && ids.find((id) => !found.includes(id));
      if (lost) unknownRecord('ids', wanted.get(lost) as string);
      const base = baseUrl(services.publicUrl, request);
      const text = await servedText(services, database, request.caller.orgId, items, base);
      return pageText(includeExternalIds, ['{"data":[', text, ']}']);
    },
  );

  app.post(
    '/qualification-records',
    {
      config: WRITE,
      bodyLimit: MEDIA_BODY_LIMIT,
      schema: {
        operationId: 'postQualificationRecord',
        summary: 'Make a qualification record',
        description:
          'Every field that the type requires must have a value. Without an expiration date the record expires when the type says, or never.',
        tags,
        body: CreateRecord,
        response: { 201: RecordReply },
      },
    },
    async (request) => {
      const base = baseUrl(services.publicUrl, request);
      return jsonText(await createRecord(services, request.caller, request.body, base));
    },
  );

  app.patch(
    '/qualification-records',
    {
      config: WRITE,
      bodyLimit: MEDIA_BODY_LIMIT,
      schema: {
        operationId: 'patchQualificationRecord',
        summary: 'Change a qualification record',
        description:
          'Only what is sent changes, and of the fields only those that are named; a field without a value is cleared. 1970-01-01T00:00:00Z clears the expiration date.',
        tags,
        body: UpdateRecord,
        response: { 200: RecordReply },
      },
    },
    async (request) => {
      const base = baseUrl(services.publicUrl, request);
      return jsonText(await updateRecord(services, request.caller, request.body, base));
    },
  );

  app.delete(
    '/qualification-records',
    {
      config: { ...WRITE, moves: { delete: RECORD_MOVES.delete } },
      schema: {
        operationId: 'deleteQualificationRecord',
        summary: 'Delete a qualification record',
        description: 'It stays as a tombstone, with recordStatus deleted. There is no body in the reply.',
        tags,
        body: RecordId,
        response: { 200: Emptied },
      },
    },
    async ({ caller, body }, reply) => {
      await write(database, caller, (tx) => moveRecord(tx, body.id, RECORD_MOVES.delete));
      return reply.send();
    },
  );

  for (const [verb, summary] of [
    ['archive', 'Archive a qualification record'],
    ['unarchive', 'Make an archived qualification record active again'],
  ] as const) {
    app.post(
      `/qualification-records/${verb}`,
      {
        config: { ...WRITE, moves: { [verb]: RECORD_MOVES[verb] } },
        schema: {
          operationId: `${verb}QualificationRecord`,
          summary,
          description: 'A record that is there already is left alone. There is no body in the reply.',
          tags,
          body: RecordId,
          response: { 200: Emptied },
        },
      },
      async ({ caller, body }, reply) => {
        await write(database, caller, (tx) => moveRecord(tx, body.id, RECORD_MOVES[verb]));
        return reply.send();
      },
    );
  }
};
