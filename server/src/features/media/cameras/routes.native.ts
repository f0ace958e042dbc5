import multipart from '@fastify/multipart';
import type { Routes } from '../../../kernel/feature.ts';
import { sendJson } from '../../../kernel/http.ts';
import { dataBody } from '../../../kernel/idempotency.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { baseUrl } from '../../../kernel/signed-urls.ts';
import { receive } from '../uploads/receive.ts';
import { CameraMediaReply, UploadCameraMedia } from './schema.ts';
import { addRecording, toRecording } from './service.ts';
import { CAMERA_KINDS } from './vocabulary.ts';
import { urlInfo } from './wire.ts';

/** What a camera gateway calls with a recording. */
export const uploadRoutes: Routes = (app, services) => {
  app.register(multipart);

  app.post(
    '/cameras/media',
    {
      config: { scope: 'Write Media Retrieval', limit: '10/second', form: UploadCameraMedia.body },
      schema: {
        operationId: 'uploadCameraMedia',
        summary: 'Upload a recording of a camera',
        description:
          'The file is streamed to where files are kept; its content decides what it is, not its name.',
        tags: ['Media'],
        response: { 201: CameraMediaReply },
      },
    },
    async (request, reply) => {
      const { caller } = request;
      reply.code(201);
      const base = baseUrl(services.publicUrl, request);
      const text = await receive(
        services,
        request,
        UploadCameraMedia.fields,
        CAMERA_KINDS,
        async (fields, file) => {
          const recording = await toRecording(services.database, caller, fields, file);
          const link = urlInfo(
            services,
            caller.orgId,
            { fileId: file.id, contentType: file.contentType },
            base,
          );
          return write(services.database, caller, async (tx, stamp) =>
            dataBody({ ...(await addRecording(tx, caller.orgId, stamp, recording, file)), urlInfo: link }),
          );
        },
      );
      return sendJson(reply, text);
    },
  );
};
