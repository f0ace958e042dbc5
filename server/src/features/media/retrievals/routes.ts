import type { Routes } from '../../../kernel/feature.ts';
import { baseUrl } from '../../../kernel/http/signed-urls.ts';
import { CreateRetrieval, NewRetrieval, RetrievalQuery, RetrievalReply } from './schema.ts';
import { createRetrieval, readRetrieval } from './service.ts';

export const retrievalRoutes: Routes = (app, services) => {
  app.get(
    '/cameras/media/retrieval',
    {
      config: { scope: 'Read Media Retrieval', limit: '5/second' },
      schema: {
        operationId: 'getMediaRetrieval',
        summary: 'See what became of a media retrieval',
        description: 'Links work for eight hours.',
        tags: ['Media'],
        querystring: RetrievalQuery,
        response: { 200: RetrievalReply },
      },
    },
    async (request) => {
      const base = baseUrl(services.publicUrl, request);
      return { data: await readRetrieval(services, request.caller, request.query.retrievalId, base) };
    },
  );

  app.post(
    '/cameras/media/retrieval',
    {
      config: { scope: 'Write Media Retrieval', limit: '100/minute' },
      schema: {
        operationId: 'postMediaRetrieval',
        summary: 'Ask a camera for a recording',
        description:
          'The camera sends it when it can. What is asked for in a month has a quota, in seconds of high-resolution video; ten stills count as one second, other video as its length.',
        tags: ['Media'],
        body: CreateRetrieval,
        response: { 200: NewRetrieval },
      },
    },
    async ({ caller, body }) => ({ data: await createRetrieval(services.database, caller, body) }),
  );
};
