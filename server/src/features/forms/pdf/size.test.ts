import { afterAll, beforeAll, expect, test } from 'vitest';
import { handIn, makeSubmission, makeTemplate } from '../../../../test/forms.ts';
import { startApp, type TestApp } from '../../../../test/start-app.ts';
import { makePdf } from './service.ts';

let server: TestApp;
beforeAll(async () => {
  server = await startApp();
});
afterAll(() => server.stop());

const LETTERS = 10_000;
const filled = (text: string): string => text.repeat(LETTERS).slice(0, LETTERS);

// Within the time and the 512 MB that a PDF has.
test.each([
  ['letters without a space', filled('abcdefghijklm')],
  ['words', filled('The left rear outer tire has a cut. ')],
  ['Chinese', filled('车辆出车前检查表刹车轮胎')],
  ['Arabic without a space', filled('فحصالمركبةقبلالرحلة')],
])('200 done of 50 texts of 10,000 letters: %s', { timeout: 900_000 }, async (_what, value) => {
  const { org } = server;
  const fields = Array.from({ length: 50 }, (_, at) => ({ label: `Text ${at}`, type: 'text' }));
  const template = await makeTemplate(org, fields);
  const { id } = await makeSubmission(org, template.id);
  const answers = template.fields.map((field) => ({ id: field.id, type: 'text', textValue: { value } }));
  const done = await handIn(org, id, answers);
  expect(done.status, done.text.slice(0, 300)).toBe(200);
  const { pdfId } = (await org.send('POST', `/form-submissions/pdf-exports?id=${id}`)).body.data;
  await makePdf(server.services, org.orgId, pdfId);
  const { body } = await org.get(`/form-submissions/pdf-exports?pdfId=${pdfId}`);
  expect(body.data).toMatchObject({ jobStatus: 'done' });
});
