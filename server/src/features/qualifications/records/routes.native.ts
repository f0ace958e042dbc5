import type { Routes } from '../../../kernel/feature.ts';
import { jsonText } from '../../../kernel/http/http.ts';
import { baseUrl } from '../../../kernel/http/signed-urls.ts';
import { MEDIA_BODY_LIMIT } from '../../media/index.ts';
import { RECORD_MOVES } from './moves.ts';
import { renewRecord } from './renew.ts';
import { RecordReply, RenewRecord } from './schema.ts';

/** What the public API has no word for. */
export const renewalRoutes: Routes = (app, services) => {
  app.post(
    '/qualification-records/renew',
    {
      config: {
        scope: 'Write Qualification Records',
        limit: '100/minute',
        moves: { renew: RECORD_MOVES.renew },
      },
      bodyLimit: MEDIA_BODY_LIMIT,
      schema: {
        operationId: 'renewQualificationRecord',
        summary: 'Make the record that follows another',
        description:
          'The new record names the one it supersedes, which is archived. Values that are not sent are taken over, but media and signatures. A record is renewed once: of two renewals the second is a 400 that names the first.',
        tags: ['Qualifications'],
        body: RenewRecord,
        response: { 201: RecordReply },
      },
    },
    async (request) => {
      const base = baseUrl(services.publicUrl, request);
      return jsonText(await renewRecord(services, request.caller, request.body, base));
    },
  );
};
