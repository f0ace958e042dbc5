import multipart from '@fastify/multipart';
import type { Routes } from '../../../kernel/feature.ts';
import { CAMERA_KINDS } from '../cameras/vocabulary.ts';
import { receive } from '../uploads/receive.ts';
import { RETRIEVAL_MOVES } from './rules.ts';
import { FailRetrieval, FulfilRetrieval, RetrievalReply } from './schema.ts';
import { failRetrieval, fulfilRetrieval } from './service.ts';

const WRITE = { scope: 'Write Media Retrieval', limit: '10/second' } as const;
const { fulfil, fail, markInvalid, markUnavailable } = RETRIEVAL_MOVES;
const tags = ['Media'];

/** What a camera gateway answers a retrieval with. */
export const fulfilmentRoutes: Routes = (app, services) => {
  app.register(multipart);

  app.post(
    '/cameras/media/retrieval/fulfil',
    {
      config: { ...WRITE, form: FulfilRetrieval.body, moves: { fulfil } },
      schema: {
        operationId: 'fulfilMediaRetrieval',
        summary: 'Hand in the recording that a retrieval asks for',
        description: 'It becomes available to whoever asked, and is listed with the trigger reason api.',
        tags,
        response: { 200: RetrievalReply },
      },
    },
    async (request) =>
      receive(services, request, FulfilRetrieval.fields, CAMERA_KINDS, async (fields, file) => ({
        data: await fulfilRetrieval(services.database, request.caller, fields, file),
      })),
  );

  app.post(
    '/cameras/media/retrieval/fail',
    {
      config: { ...WRITE, moves: { fail, markInvalid, markUnavailable } },
      schema: {
        operationId: 'failMediaRetrieval',
        summary: 'Say that a recording will not come',
        tags,
        body: FailRetrieval,
        response: { 200: RetrievalReply },
      },
    },
    async (request) => ({ data: await failRetrieval(services.database, request.caller, request.body) }),
  );
};
