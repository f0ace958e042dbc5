import { OneOf, Shape, Time, Type, UuidId } from '../../../kernel/schema.ts';

const TITLE = 'MediaRecord';

/** A file in a reply of forms or qualifications. Source: the public spec's media record; `thumbnailUrl` is ours. */
export const MediaRecord = Shape(
  TITLE,
  {
    id: UuidId('Id of the file.'),
    processingStatus: OneOf(['unknown', 'processing', 'finished'], {
      description: 'Whether the file can be fetched yet; never unknown here.',
    }),
    url: Type.Optional(
      Type.String({
        format: 'uri',
        description: 'Opens the file, without a token; only once it is finished.',
      }),
    ),
    urlExpiresAt: Type.Optional(Time('Until when `url` works.')),
    thumbnailUrl: Type.Optional(
      Type.String({
        format: 'uri',
        description: 'Ours: opens a JPEG of at most 480 pixels, for pictures, as long as `url` does.',
      }),
    ),
  },
  'A stored file.',
);
