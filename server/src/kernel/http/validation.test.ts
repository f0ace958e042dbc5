import { afterAll, beforeAll, expect, test } from 'vitest';
import { client } from '../../../test/start-app.ts';
import { samsaraSurface } from '../../surfaces/samsara.ts';
import { List, OneOf, Repeated, Type } from '../schema.ts';
import { createHttp } from './http.ts';
import { sendError } from './replies.ts';

// What a caller reads when a parameter or field does not fit its schema.
const app = createHttp('silent');
let url = '';
const about = { description: 'x' };
beforeAll(async () => {
  app.setErrorHandler((error, request, reply) => sendError(error, request, reply, samsaraSurface));
  const querystring = Type.Object({
    ids: List(Type.String({ maxLength: 5 }), { ...about, minItems: 2, maxItems: 3 }),
    status: Type.Optional(OneOf(['open', 'done'], about)),
    statuses: Type.Optional(List(OneOf(['open', 'done'], about), about)),
    kinds: Type.Optional(Repeated(OneOf(['open', 'done'], about), { ...about, maxItems: 2 })),
    flag: Type.Optional(Type.Boolean()),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 10 })),
  });
  app.get('/q', { schema: { querystring } }, async (request) => request.query);
  const body = Type.Object(
    {
      name: Type.String({ minLength: 1, maxLength: 5 }),
      code: Type.Optional(Type.String({ minLength: 3 })),
      at: Type.Optional(Type.String({ format: 'date' })),
      score: Type.Optional(Type.Number({ minimum: 0, maximum: 100 })),
      tags: Type.Optional(Type.Array(Type.Object({ id: Type.String() }, { additionalProperties: false }))),
    },
    { additionalProperties: false },
  );
  app.post('/b', { schema: { body } }, async (request) => request.body);
  url = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => app.close());

const PARAMETER = 'Invalid value for parameter';

test.each([
  ['', 'ids is missing'],
  ['ids=', 'ids is missing'],
  ['ids=a', `${PARAMETER} ids: it needs at least 2 values.`],
  ['ids=a,b,c,d', `${PARAMETER} ids: it has more than 3 values.`],
  ['ids=a,bbbbbb', `${PARAMETER} ids[1]: it is longer than 5 characters.`],
  ['ids=a,b&status=shut', `${PARAMETER} status: use one of open, done.`],
  ['ids=a,b&status=', `${PARAMETER} status: use one of open, done.`],
  ['ids=a,b&status=open&status=done', `${PARAMETER} status: it must be a string.`],
  ['ids=a,b&statuses=open,shut', `${PARAMETER} statuses[1]: use one of open, done.`],
  [
    'ids=a,b&flag=maybe',
    `${PARAMETER} flag: use true or false (or True, TRUE, t, T, 1, False, FALSE, f, F, 0).`,
  ],
  ['ids=a,b&limit=x', `${PARAMETER} limit: it must be an integer.`],
  ['ids=a,b&limit=0', `${PARAMETER} limit: it must be >= 1.`],
  ['ids=a,b&limit=11', `${PARAMETER} limit: it must be <= 10.`],
])('400 ?%s', async (query, message) => {
  expect(await client(url, '').get(`/q?${query}`)).toMatchObject({ status: 400, body: { message } });
});

const YES = ['true', 'True', 'TRUE', 't', 'T', '1'];
const NO = ['false', 'False', 'FALSE', 'f', 'F', '0'];
test.each([...YES.map((text) => [text, true]), ...NO.map((text) => [text, false])])(
  '200 ?flag=%s is %s',
  async (text, flag) => {
    expect((await client(url, '').get(`/q?ids=a,b&flag=${text}`)).body.flag).toBe(flag);
  },
);
test.each(['', ' ', 'tRUE', 'yes', 'no', 'on', 'null', '2', '-1', 'true,false', 'true&flag=true'])(
  '400 ?flag=%s names what is read',
  async (text) => {
    const reply = await client(url, '').get(`/q?ids=a,b&flag=${text}`);
    expect([reply.status, reply.body.message]).toEqual([
      400,
      `${PARAMETER} flag: use true or false (or ${[...YES.slice(1), ...NO.slice(1)].join(', ')}).`,
    ]);
  },
);

test.each([
  ['ids[]=1&ids[]=2', ['1', '2']],
  ['ids%5B%5D=1&ids%5B%5D=2', ['1', '2']],
  ['ids[0]=1&ids[1]=2', ['1', '2']],
  ['ids[1]=2&ids[0]=1', ['1', '2']],
  ['ids[10]=3&ids[2]=2&ids[0]=1', ['1', '2', '3']],
  ['ids=1&ids[]=2', ['1', '2']],
  ['ids[]=1,2', ['1', '2']],
  ['ids[0]=1&ids[]=3&ids[1]=2', ['1', '2', '3']],
])('200 ?%s is a list', async (query, ids) => {
  expect((await client(url, '').get(`/q?${query}`)).body).toEqual({ ids });
});
test.each([
  ['statuses[]=open', { statuses: ['open'] }],
  ['kinds[]=open&kinds[]=done', { kinds: ['open', 'done'] }],
  ['kinds[0]=open', { kinds: ['open'] }],
  ['unknown[]=open', {}],
])('200 ?%s beside it', async (query, read) => {
  expect((await client(url, '').get(`/q?ids=a,b&${query}`)).body).toEqual({ ids: ['a', 'b'], ...read });
});
test.each([
  ['ids[a]=1&ids[b]=2', `${PARAMETER} ids: "ids[a]" is no list: send ids=… once for each value.`],
  ['ids[0][x]=1', `${PARAMETER} ids: "ids[0][x]" is no list: send ids=… once for each value.`],
  ['ids[=1', `${PARAMETER} ids: "ids[" is no list: send ids=… once for each value.`],
  ['ids=a,b&status[]=open', `${PARAMETER} status: it takes one value: send status=… without brackets.`],
  ['ids=a,b&flag[0]=true', `${PARAMETER} flag: it takes one value: send flag=… without brackets.`],
  ['ids=a,b&limit[]=1', `${PARAMETER} limit: it takes one value: send limit=… without brackets.`],
  ['ids[]=a', `${PARAMETER} ids: it needs at least 2 values.`],
  ['ids[]=', 'ids is missing'],
  ['ids=a,b&kinds[]=open,done', `${PARAMETER} kinds[0]: use one of open, done.`],
])('400 ?%s', async (query, message) => {
  expect(await client(url, '').get(`/q?${query}`)).toMatchObject({ status: 400, body: { message } });
});

test('200 text of a query becomes what its schema says, and what that does not name is left out', async () => {
  const reply = await client(url, '').get('/q?ids=1&ids=2&flag=true&limit=7&statuses=open&more=x');
  expect(reply.body).toEqual({ ids: ['1', '2'], flag: true, limit: 7, statuses: ['open'] });
});

test.each([
  [{}, 'name is missing'],
  [{ name: null }, `${PARAMETER} name: it must be a string.`],
  [{ name: '' }, `${PARAMETER} name: it is empty.`],
  [{ name: 'abcdef' }, `${PARAMETER} name: it is longer than 5 characters.`],
  [{ name: 'a', code: 'ab' }, `${PARAMETER} code: it is shorter than 3 characters.`],
  [{ name: 'a', at: '2026-02-30' }, `${PARAMETER} at: it is not a valid date.`],
  [{ name: 'a', score: '5' }, `${PARAMETER} score: it must be a number.`],
  [{ name: 'a', score: 101 }, `${PARAMETER} score: it must be <= 100.`],
  [{ name: 'a', tags: {} }, `${PARAMETER} tags: it must be an array.`],
  [{ name: 'a', tags: [{ id: 'x' }, {}] }, 'tags[1].id is missing'],
  [{ name: 'a', tags: [{ id: 5 }] }, `${PARAMETER} tags[0].id: it must be a string.`],
  [{ name: 'a', nmae: 'b' }, 'Unknown field nmae. Remove it or check its spelling.'],
  [{ name: 'a', tags: [{ id: 'x', no: 1 }] }, 'Unknown field tags[0].no. Remove it or check its spelling.'],
  [
    { name: 'a', ['x'.repeat(9000)]: 1 },
    `Unknown field ${'x'.repeat(100)}. Remove it or check its spelling.`,
  ],
  [[], `${PARAMETER} body: it must be an object.`],
])('400 %j', async (body, message) => {
  expect(await client(url, '').send('POST', '/b', body)).toMatchObject({ status: 400, body: { message } });
});
