import multipart from '@fastify/multipart';
import type { Routes } from '../../../kernel/feature.ts';
import { jsonText } from '../../../kernel/http/http.ts';
import { dataBody } from '../../../kernel/http/idempotency.ts';
import { baseUrl } from '../../../kernel/http/signed-urls.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { receive } from '../uploads/receive.ts';
import { CameraMediaReply, UploadCameraMedia } from './schema.ts';
import { addRecording, toRecording } from './service.ts';
import { CAMERA_KINDS } from './vocabulary.ts';
import { linksTo, toCameraMedia } from './wire.ts';

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
    async (request) => {
      const { caller } = request;
      const { database, signedUrls, publicUrl } = services;
      const link = linksTo(signedUrls, caller.orgId, baseUrl(publicUrl, request), caller.now);
      const text = await receive(
        services,
        request,
        UploadCameraMedia.fields,
        CAMERA_KINDS,
        async (fields, file) => {
          const recording = await toRecording(database, caller, fields, file);
          return write(database, caller, async (tx) => {
            const added = await addRecording(tx, recording, file);
            return dataBody({ ...toCameraMedia(added), urlInfo: link(file) });
          });
        },
      );
      return jsonText(text);
    },
  );
};
