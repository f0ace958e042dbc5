import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../../test/start-app.ts';

// What cannot be read as it was sent is refused, never replaced or rounded.
let server: TestApp;
beforeAll(async () => {
  server = await startApp();
});
afterAll(() => server.stop());

interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: what an operation answers is looked at by each test
  body: any;
}

async function post(
  path: string,
  body: Buffer | string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const reply = await fetch(server.url + path, {
    method: 'POST',
    body: typeof body === 'string' ? body : new Uint8Array(body),
    headers: { authorization: `Bearer ${server.org.token}`, 'content-type': 'application/json', ...headers },
  });
  return { status: reply.status, headers: reply.headers, body: await reply.json() };
}

let count = 0;
const driver = (more: string, username = `as.sent.${++count}`): string =>
  `{"name":"As Sent","username":"${username}","password":"Correct horse 99"${more}}`;
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('a body', () => {
  test.each([
    [
      'Latin-1',
      latin1(driver(',"notes":"Jos\xe9"')),
      /^The body is not UTF-8: byte \d+ is 0xE9\. Send it in UTF-8\.$/,
    ],
    ['Windows-1252', latin1(driver(',"notes":"5 \x80"')), /byte \d+ is 0x80/],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${driver('')}`, 'utf16le'), /byte 1 is 0xFF/],
    [
      'a character cut off',
      Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xc3])]),
      /byte 10 is 0xC3/,
    ],
    [
      'a surrogate in bytes',
      Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"}')]),
      /byte 10 is 0xED/,
    ],
    [
      'an overlong slash',
      Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xc0, 0xaf]), Buffer.from('"}')]),
      /byte 10 is 0xC0/,
    ],
  ])('400 in %s', async (_what, body, message) => {
    const reply = await post('/fleet/drivers', body);
    expect([reply.status, reply.body.message]).toEqual([400, expect.stringMatching(message)]);
  });

  test.each(['iso-8859-1', 'ISO-8859-15', '"windows-1252"', 'utf-16', 'utf-7'])(
    '415 called %s',
    async (charset) => {
      const reply = await post('/fleet/drivers', driver(''), {
        'content-type': `application/json; charset=${charset}`,
      });
      expect([reply.status, reply.body.message]).toEqual([
        415,
        `The charset ${charset.replaceAll('"', '')} is not read here. Send the body in UTF-8.`,
      ]);
    },
  );
  test.each(['utf-8', 'UTF-8', '"utf-8"', 'utf8', 'us-ascii'])('200 called %s', async (charset) => {
    const reply = await post('/fleet/drivers', driver(',"notes":"José"'), {
      'content-type': `application/json;charset=${charset}`,
    });
    expect([reply.status, reply.body.data?.notes]).toEqual([200, 'José']);
  });
  test('200 with a byte order mark, which is passed over', async () => {
    const reply = await post('/fleet/drivers', `\ufeff${driver(',"notes":"\ufeffkept"')}`);
    expect([reply.status, reply.body.data?.notes]).toEqual([200, '\ufeffkept']);
  });

  test.each([
    ['gzip', gzipSync(driver(''))],
    ['br', latin1(driver(''))],
    ['deflate', latin1(driver(''))],
    ['zstd', latin1(driver(''))],
    ['identity, gzip', gzipSync(driver(''))],
    ['aws-chunked', latin1(driver(''))],
  ])('415 with Content-Encoding %s, and what would be taken', async (coding, body) => {
    const reply = await post('/fleet/drivers', body, { 'content-encoding': coding });
    expect([reply.status, reply.body.message]).toEqual([
      415,
      `Content-Encoding: ${coding.replace('identity, ', '')} is not read here. Send the body as it is.`,
    ]);
    expect(reply.headers.get('accept-encoding')).toBe('identity');
    expect(reply.headers.get('x-error-kind')).toBe('unsupported');
  });
  test('415 of a form and of a file, too', async () => {
    for (const [path, type] of [
      ['/training/package/', 'application/x-www-form-urlencoded'],
      ['/cameras/media', 'multipart/form-data; boundary=x'],
    ] as const)
      expect(
        (await post(path, gzipSync('a=b'), { 'content-type': type, 'content-encoding': 'gzip' })).status,
      ).toBe(415);
  });
  test('200 with Content-Encoding identity', async () => {
    expect((await post('/fleet/drivers', driver(''), { 'content-encoding': 'identity' })).status).toBe(200);
  });

  test('400 for what is no JSON, in characters that can be read', async () => {
    for (const body of [
      gzipSync('x').subarray(0, 1).toString('latin1'),
      '\u001b[2J',
      '{"a":\u0007}',
      '{"a":"\u0001"}',
      '\u202e{',
    ]) {
      const { status, body: told } = await post('/fleet/drivers', body);
      expect([status, told.message]).toEqual([400, expect.stringMatching(/^The body is not valid JSON: /)]);
      expect(told.message).not.toMatch(/\p{C}/u);
    }
  });
});

describe('a field that is sent twice', () => {
  test.each([
    ['name', '{"name":"A","name":"B"}'],
    ['payroll', driver(',"externalIds":{"payroll":"1","other":"2","payroll":"3"}')],
    ['na\u00efve', '{"na\u00efve":1,"nai\u0308ve":2}'],
    ['name', '{"x":{"a":[{"name":1},{"name":2,"a":",\\"","name":3}]}}'],
    ['', '{"":1,"":2}'],
  ])('400 names %s', async (name, body) => {
    const reply = await post('/fleet/drivers', body);
    expect([reply.status, reply.body.message]).toEqual([
      400,
      `Invalid value for parameter ${name}: it is sent more than once in one object.`,
    ]);
  });
  test('200 in different objects', async () => {
    expect((await post('/tags', '{"name":"a:b","externalIds":{"name":"x"}}')).status).toBe(200);
  });
});

describe('a number', () => {
  test.each(['9007199254740993', '12345678901234567890', '4001.0', '4.001e3', '1E3', '-0', '0.10', '1e400'])(
    '400 that is a code and would not stay %s',
    async (literal) => {
      for (const [path, body] of [
        ['/fleet/drivers', driver(`,"externalIds":{"hris":${literal}}`)],
        ['/training/record/', `{"api_id":${literal}}`],
      ] as const) {
        const reply = await post(path, body);
        expect([reply.status, JSON.stringify(reply.body)]).toEqual([
          400,
          expect.stringContaining(
            `he number ${literal} would not be kept as it is written; send it as text.`,
          ),
        ]);
      }
    },
  );
  test('200 that is a code and stays as it is', async () => {
    const reply = await post(
      '/fleet/drivers',
      driver(',"externalIds":{"hris":4001,"old":"4001.0","big":"9007199254740993"}'),
    );
    expect(reply.body.data.externalIds).toMatchObject({
      hris: '4001',
      old: '4001.0',
      big: '9007199254740993',
    });
  });

  const course = (minutes: string): string =>
    `{"title":"Numbers ${++count}","category":{"name":"N"},"estimatedTimeToCompleteMinutes":${minutes}}`;
  test.each([
    '1e400',
    '-1e999',
    '1e-400',
    '9007199254740993',
    '0.12345678901234567891',
    '123456789.0123456789',
  ])('400 beyond a double, %s', async (literal) => {
    const reply = await post('/training-courses', course(literal));
    expect([reply.status, reply.body.message]).toEqual([
      400,
      expect.stringMatching(
        /^Invalid value for parameter estimatedTimeToCompleteMinutes: .* (is beyond what a number can be|has more digits than a number can keep; send fewer, or text where text is taken)\.$/,
      ),
    ]);
  });
  test.each([
    ['20.0', 20],
    ['2e1', 20],
    ['0.2e2', 20],
    ['20.00000000000000000000', 20],
    ['-0', 0],
  ])('201 that is another spelling, %s', async (literal, minutes) => {
    const reply = await post('/training-courses', course(literal));
    expect([reply.status, reply.body.data?.estimatedTimeToCompleteMinutes]).toEqual([201, minutes]);
  });
  test('400 for a field name that is a number', async () => {
    for (const body of [
      '{1.0:2}',
      '{1e5:2}',
      '[1.0"a"]',
      '{"a":01}',
      '{"a":1.}',
      '{"a":+1.0}',
      '{"a":1.0.0}',
    ])
      expect(await post('/training-courses', body)).toMatchObject({
        status: 400,
        body: { message: expect.stringMatching(/^The body is not valid JSON/) },
      });
  });
});

describe('a query', () => {
  const get = async (path: string): Promise<Answer> => {
    const reply = await fetch(server.url + path, {
      headers: { authorization: `Bearer ${server.org.token}` },
    });
    return { status: reply.status, headers: reply.headers, body: await reply.json() };
  };
  test.each([
    ['/fleet/drivers?attributes=Jos%E9', 'attributes'],
    ['/fleet/drivers?attributes=%', 'attributes'],
    ['/fleet/drivers?attributes=%zz', 'attributes'],
    ['/fleet/drivers?limit=1&attributes=a%C3', 'attributes'],
    ['/fleet/drivers?attributes=%ED%A0%80', 'attributes'],
    ['/fleet/drivers?tagIds=%C0%AF', 'tagIds'],
  ])('400 %s', async (path, name) => {
    const reply = await get(path);
    expect([reply.status, reply.body.message]).toEqual([
      400,
      `Invalid value for parameter ${name}: its percent-encoding is broken or not UTF-8; encode its UTF-8 bytes, such as %C3%A9.`,
    ]);
  });
  test('400 for a path whose encoding is broken', async () => {
    for (const path of ['/fleet/drivers/payroll:%E9', '/fleet/drivers/%', '/fleet/drivers/%zz'])
      expect((await get(path)).status).toBe(400);
  });

  /** A request whose URL has bytes that fetch would encode. */
  const raw = (path: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(server.url);
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer ${server.org.token}\r\n\r\n`,
          'utf8',
        );
      });
      let reply = '';
      socket.on('data', (chunk) => {
        reply += chunk;
      });
      socket.on('end', () => resolve(reply)).on('error', reject);
    });
  test('400 in bytes that were left as they are says what to do', async () => {
    for (const path of ['/fleet/drivers/café:Zoë', '/fleet/drivers?limit=1&tagIds=ü'])
      expect(await raw(path)).toMatch(
        /^HTTP\/1\.1 400 .*The URL has bytes that are not ASCII\. Percent-encode/s,
      );
  });
  test('200 in UTF-8, percent-encoded in either case', async () => {
    await post('/fleet/drivers', driver(',"externalIds":{"café":"Zoë"}', 'zoe.raw'));
    expect((await get('/fleet/drivers/caf%c3%a9:Zo%C3%AB')).body.data?.username).toBe('zoe.raw');
  });
});

describe('a multipart field', () => {
  const part = (name: string, value: Buffer | string, type = ''): Buffer =>
    Buffer.concat([
      Buffer.from(`--x\r\nContent-Disposition: form-data; name="${name}"\r\n${type}\r\n`),
      Buffer.from(value),
      Buffer.from('\r\n'),
    ]);
  const send = (...parts: Buffer[]): Promise<Answer> =>
    post('/cameras/media', Buffer.concat([...parts, Buffer.from('--x--\r\n')]), {
      'content-type': 'multipart/form-data; boundary=x',
    });
  test.each([
    ['in Latin-1', part('vehicleId', latin1('Jos\xe9')), 'it is not UTF-8, or has U+FFFD'],
    ['cut off', part('vehicleId', Buffer.from([0x41, 0xc3])), 'it is not UTF-8, or has U+FFFD'],
    ['with a lost character', part('vehicleId', 'Jos\ufffd'), 'it is not UTF-8, or has U+FFFD'],
    ['too long', part('vehicleId', 'a'.repeat(10_001)), 'it is longer than 10000 bytes.'],
    [
      'that is JSON',
      part('vehicleId', '9007199254740993', 'Content-Type: application/json\r\n'),
      'send it as text, not as JSON.',
    ],
    ['with a NUL', part('vehicleId', 'a\0b'), 'it contains a NUL byte.'],
  ])('400 %s', async (_what, field, message) => {
    const reply = await send(field);
    expect([reply.status, reply.body.message]).toEqual([
      400,
      expect.stringContaining(`Invalid value for parameter vehicleId: ${message}`),
    ]);
  });
});

test('413 tells how large a body is and may be', async () => {
  const reply = await post('/tags', `{"name":"${'a'.repeat(1024 * 1024)}"}`);
  expect([reply.status, reply.body.message]).toEqual([
    413,
    'The body is larger than 1048576 bytes: it has 1048587. Send it in parts.',
  ]);
});
