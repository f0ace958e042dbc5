import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTemplate } from '../../../../test/forms.ts';
import { png } from '../../../../test/pictures.ts';
import { type Client, type Reply, startApp, type TestApp } from '../../../../test/start-app.ts';
import { holding, streamMissesNothing } from '../../../../test/stream-property.ts';
import { sql } from '../../../kernel/database/database.ts';

const WRITES = Number(process.env.STREAM_WRITES ?? 1000);

let server: TestApp;
let template: Awaited<ReturnType<typeof makeTemplate>>;
let picture: string;
beforeAll(async () => {
  server = await startApp({ wrap: holding(0.005, 300), poolSize: 16 });
  const approvalConfig = { type: 'singleApproval' };
  const fields = [
    { label: 'Remarks', type: 'text' },
    { label: 'Photo', type: 'media' },
  ];
  template = await makeTemplate(server.org, fields, { approvalConfig });
  picture = (await png()).toString('base64');
});
afterAll(() => server.stop());

const ok = ({ status, text, body }: Reply) => {
  if (status >= 300) throw new Error(text);
  return body;
};

/** The state of a picture, and the link to it, are of the moment of reading and no change of the submission. */
const withoutLinks = (item: unknown): unknown =>
  JSON.parse(
    JSON.stringify(item, (key, value) =>
      ['url', 'urlExpiresAt', 'thumbnailUrl', 'processingStatus'].includes(key) ? undefined : value,
    ),
  );

test(`200 misses none of ${WRITES} writes by 8 writers through two servers on one database`, {
  timeout: 900_000,
}, async () => {
  let turn = 0;
  const submit = (to: Client, id: string) =>
    to.send('POST', '/form-submissions/submit', {
      id,
      fields: [
        { id: template.fields[0].id, type: 'text', textValue: { value: `"${turn}" ü 漢 .000Z` } },
        ...(turn % 5
          ? []
          : [
              {
                id: template.fields[1].id,
                type: 'media',
                mediaValue: { mediaList: [{ base64Payload: picture, mediaType: 'image/png' }] },
              },
            ]),
      ],
    });
  const patch = (change: object) => (to: Client, id: string) =>
    to.send('PATCH', '/form-submissions', { id, ...change });
  const steps = [
    (to: Client, id: string) => to.send('POST', '/form-submissions/start', { id }),
    submit,
    patch({ status: 'changesRequested', approvalDetails: { comment: 'Again' } }),
    submit,
    patch({ status: 'approved' }),
    patch({ status: 'archived' }),
  ];
  await streamMissesNothing({
    urls: [server.url, await server.another()],
    token: server.org.token,
    path: '/form-submissions/stream',
    writes: WRITES,
    state: withoutLinks,
    async create(to) {
      const body = { formTemplate: { id: template.id }, status: 'notStarted' };
      return [ok(await to.send('POST', '/form-submissions', body)).data.id];
    },
    async update(to, id) {
      // A move that its status refuses writes nothing; a new title does, unless it is archived.
      turn += 1;
      const reply = await (steps[turn % steps.length] as (typeof steps)[0])(to, id);
      if (reply.status === 200) return;
      expect(reply.status).toBe(400);
      await patch({ title: `Title ${turn}` })(to, id);
    },
    async table() {
      const rows = await server.database.rows(sql`
        select id from form_submission where org_id = ${server.org.orgId} order by updated_at, id`);
      const states = new Map<string, unknown>();
      for (let at = 0; at < rows.length; at += 100) {
        const ids = rows.slice(at, at + 100).map(([id]) => id);
        for (const item of ok(await server.org.get(`/form-submissions?ids=${ids}`)).data)
          states.set(item.id, withoutLinks(item));
      }
      return states;
    },
  });
});
