import { describe, expect, test } from 'vitest';
import { withoutSecrets } from './log.ts';

const TOKEN = 'crewready_Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3A';

describe('a URL in the log holds no credential', () => {
  test.each([
    `/me?access_token=${TOKEN}`,
    `/me?Token=${TOKEN}`,
    `/me?%74oken=${TOKEN}`,
    `/me?TOKEN=short`,
    `/me?q=${TOKEN}`,
    `/me?${TOKEN}`,
    `/me?a=1&b=crewready%5Ftest_token_short`,
    `/me?a=crewready%255Ftest`,
    `/${TOKEN}/drivers`,
    `/fleet/drivers/crewready%5Fabc`,
    `/me?apiKey=abc123`,
    `/me?Authorization=Bearer%20abc`,
    `/me?password=abc`,
    `/me?x=samsara_api_Zk3Zk3Zk3Zk3Zk3Zk3Zk3Zk3Zk3Zk3`,
    `/media/x?expires=1&signature=abc`,
    `/media/x?Signature=abc`,
    `/media/x?a=%FF%FE&token=abc`,
    `/me?a=1?token=${TOKEN}`,
    `/me?email=somebody@example.com`,
  ])('%s', (url) => {
    const shown = withoutSecrets(url);
    expect(shown).toContain('[redacted]');
    for (const secret of [/crewready/i, /abc/, /short/, /Zk3/, /example/]) expect(shown).not.toMatch(secret);
  });

  test.each([
    '/fleet/drivers?limit=512&after=&tagIds=1,2',
    '/training-assignments/stream?startTime=2026-01-01T00:00:00Z&learnerIds=driver-281474976710702',
    '/form-submissions/pdf-exports?pdfId=01a1fc50-48a7-71af-925b-a65e2b6f73cb',
    '/tags/281474976710702',
    '/fleet/drivers/payroll:4841',
    '/me',
    '/me?',
  ])('%s is shown as it is', (url) => expect(withoutSecrets(url)).toBe(url.replace(/\?$/, '')));
});
