import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePeople } from '../../../../test/builders.ts';
import { handIn, makeSubmission, makeTemplate } from '../../../../test/forms.ts';
import { textOf } from '../../../../test/pdf.ts';
import { startApp, type TestApp } from '../../../../test/start-app.ts';
import { FontBook } from './fonts.ts';
import { Pages } from './page.ts';
import { makePdf } from './service.ts';

/** What is read of a page that says `text`. */
async function read(text: string, style = { size: 10 }): Promise<string> {
  const pages = new Pages(await FontBook.for(text), { Title: 'Signs', CreationDate: new Date(0) });
  pages.text(text, style);
  pages.end('');
  return (await textOf(await buffer(pages.doc as unknown as AsyncIterable<Uint8Array>)))
    .replace('1 / 1', '')
    .trim();
}

const ANSWER = 'CO₂ 10⁻³ ✓ ok ✗ bad ☐ ☑ ⅓ ⌀ 5';

describe('a character is itself', () => {
  test.each([
    ANSWER,
    '≥ ≤ ½ ² ³ № ⚠ • ″ ‰',
    '← ↑ → ↓ ⇒ ⟶ ⤴ ⬆ ↺',
    '∑ ∫ √2 ∞ ≈ ≠ ∆ ∅ ∈',
    '₹ ₿ ₽ € ₾ ₫ ₱ ₴ ¢',
    '┌─┬┐ █ ░ ▲ ■ □ ◆ ○ ●',
    'Ⅳ Ⅻ ⅷ ① ⑳ ⓐ ❶',
    '⌫ ⏰ ⎓ ⏚ ⏻ ⌘',
    '☢ ☣ ⛔ ♻ ✔ ✘ ☒ ⚡ ☎ ⚙',
    '℃ ℉ Å ℓ ™ ㎏ ⠓⠑',
    '𝐀𝒳 x² a₁₂ ⁿ√ xⁿ⁺¹ ⅛ ⅞ ⅚',
    '😀 🛞 🔧 🚚 🪛 🦺',
  ])('%s', async (text) => {
    expect(await read(text)).toBe(text.normalize('NFC'));
    expect(await read(text, { size: 12, bold: true } as never)).toBe(text.normalize('NFC'));
  });
});

describe('a cluster is one glyph', () => {
  test.each([
    ['decomposed Vietnamese', 'Tiếng Việt: Kiểm tra xe'.normalize('NFD'), 'Tiếng Việt: Kiểm tra xe'],
    ['decomposed German and Polish', 'Größe Żółw naïveté'.normalize('NFD'), 'Größe Żółw naïveté'],
    ['decomposed Korean', '운행 전 점검'.normalize('NFD'), '운행 전 점검'],
    ['a flag', '🇩🇪', '🇩🇪'],
    ['a key cap', '1️⃣ 2️⃣', '1️⃣ 2️⃣'],
    ['a heart', '❤️ ok', '❤️ ok'],
    ['a family', '👨‍👩‍👧', '👨‍👩‍👧'],
    ['a hand; its tone has no color to be shown in', '👍🏽', '👍'],
    ['with what nobody sees', 'a\u200bb\u00adc\u2060d\ufeffe', 'abcde'],
  ])('%s', async (_what, text, expected) => {
    expect(await read(text)).toBe(expected);
  });
});

test('marks without a composed letter stand on theirs', async () => {
  // Its place is given by itself, which a reader of text may take for another line.
  expect((await read('x̄ q̇ a⃗')).replaceAll('\n', '')).toBe('x̄ q̇ a⃗');
});

describe('what no font has', () => {
  test.each([
    ['is the same in plainer characters', '㎅ ㎇', 'KB GB'],
    ['is framed where these are digits', '5㉟6', '5 35 6'],
    ['is its number in a frame', 'සි 𒀀', 'U+0DC3 U+0DD2 U+12000'],
    ['so are control characters', 'a\u0001b\u009fc', 'a U+0001 b U+009F c'],
    ['and halves of characters', 'a\ud83db', 'a U+D83D b'],
    ['but never what could have been typed', 'ස?', 'U+0DC3 ?'],
  ])('%s', async (_what, text, expected) => {
    expect(await read(text)).toBe(expected);
  });
});

describe('in an export', () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await startApp();
  });
  afterAll(() => server.stop());

  test('200 with signs in labels, options, notes, names, cells and comments', async () => {
    const { org } = server;
    const [driver] = (await makePeople(server, org, 1)) as [string];
    await org.send('PATCH', `/fleet/drivers/${driver}`, { name: `Name ✓ ${ANSWER}` });
    const signs = (what: string) => `${what} ${ANSWER} ${'é'.normalize('NFD')}`;
    const template = await makeTemplate(org, [], {
      title: signs('Title'),
      description: signs('Description'),
      sections: [
        {
          label: signs('Section'),
          fields: [
            { label: signs('Label'), type: 'text' },
            {
              label: 'Choice',
              type: 'multiple_choice',
              options: [{ id: '0191d1b8-0000-7000-8000-000000000001', label: signs('Option') }],
            },
            { label: 'Table', type: 'table', columns: [{ label: signs('Column'), type: 'text' }] },
            { label: signs('Instruction'), type: 'instruction' },
          ],
        },
      ],
    });
    const submission = await makeSubmission(org, template.id, {
      title: signs('Heading'),
      assignedTo: { id: driver, type: 'driver' },
    });
    const [text, choice, table] = template.fields;
    const done = await handIn(org, submission.id, [
      { id: text.id, type: 'text', textValue: { value: signs('Answer') }, note: signs('Remark') },
      {
        id: choice.id,
        type: 'multiple_choice',
        multipleChoiceValue: { valueId: '0191d1b8-0000-7000-8000-000000000001' },
      },
      {
        id: table.id,
        type: 'table',
        tableValue: {
          rows: [
            {
              id: '0191d1b8-0000-7000-8000-000000000002',
              cells: [{ id: table.columns[0].id, type: 'text', textValue: { value: signs('Cell') } }],
            },
          ],
        },
      },
    ]);
    expect(done.status, done.text).toBe(200);
    const { pdfId } = (await org.send('POST', `/form-submissions/pdf-exports?id=${submission.id}`)).body.data;
    await makePdf(server.services, org.orgId, pdfId);
    const { pdfUrl } = (await org.get(`/form-submissions/pdf-exports?pdfId=${pdfId}`)).body.data;
    const said = (await textOf(Buffer.from(await (await fetch(pdfUrl)).arrayBuffer()))).replace(/\s+/g, ' ');
    for (const what of [
      'Title',
      'Description',
      'Section',
      'Label',
      'Option',
      'Column',
      'Instruction',
      'Heading',
      'Answer',
      'Note: Remark',
      'Cell',
    ])
      expect(said).toContain(`${what} ${ANSWER} é`);
    expect(said).toContain(`Name ✓ ${ANSWER}`);
    expect(said).not.toContain('?');
  });
});
