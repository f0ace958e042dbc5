import { setTimeout as sleep } from 'node:timers/promises';
import type { SamsaraClient } from '@samsarahq/samsara';
import { beforeAll, describe, expect, test } from 'vitest';
import { call, samsara } from './clients.ts';

const RUN = Date.now().toString(36);
const PEOPLE = 120;
let client: SamsaraClient;
let tagId: string;
let configId: string;
beforeAll(async () => {
  client = samsara();
  const tag = await call('POST', '/tags', { name: `Depot ${RUN}` });
  tagId = tag.body.data.id;
  for (let n = 0; n < PEOPLE; n += 20) {
    await Promise.all(
      Array.from({ length: 20 }, (_, m) =>
        call('POST', '/fleet/drivers', {
          name: `Report ${RUN} ${String(n + m).padStart(4, '0')}`,
          username: `report-${RUN}-${n + m}`,
          password: 'correct horse 9',
          ...((n + m) % 3 === 0 ? { tagIds: [tagId] } : {}),
        }),
      ),
    );
  }
  const made = await call('POST', '/reports/configs', {
    name: `People ${RUN}`,
    datasetId: 'People',
    columns: [{ fieldName: 'personName' }, { fieldName: 'createdAtTime' }],
    filters: { fields: [{ fieldName: 'personName', operator: 'contains', values: [`Report ${RUN}`] }] },
  });
  expect(made.status).toBe(201);
  configId = made.body.data.id;
});

/** Every row of a run, page by page, once it is complete. */
async function rowsOf(id: string): Promise<unknown[][]> {
  for (let tries = 0; tries < 600; tries += 1) {
    const runs = await client.betaApIs.getReportRuns({ ids: [id] });
    if (runs.data[0]?.status === 'complete') break;
    expect(runs.data[0]?.status).toBe('pending');
    await sleep(50);
  }
  const rows: unknown[][] = [];
  for (let after: string | undefined; ; ) {
    const { data, pagination } = await client.betaApIs.getReportRunData({
      id,
      limit: 50,
      ...(after ? { after } : {}),
    });
    expect(data.status).toBe('complete');
    rows.push(...(data.rows as unknown[][]));
    if (!pagination.hasNextPage) return rows;
    after = pagination.endCursor;
  }
}

const names = (rows: unknown[][]) => rows.map(([name]) => name);
const expected = Array.from({ length: PEOPLE }, (_, n) => `Report ${RUN} ${String(n).padStart(4, '0')}`);

describe('the official client', () => {
  test('lists datasets and finds a config among them', async () => {
    const datasets = await client.betaApIs.getDatasets();
    expect(datasets.data.length).toBeGreaterThanOrEqual(12);
    const one = await client.betaApIs.getDatasets({ ids: ['TrainingAssignments'] });
    expect(one.data[0]).toMatchObject({ displayName: 'Training assignments', hasTimeRangeFilter: true });
    const configs = await client.betaApIs.getReportConfigs({ ids: [configId] });
    expect(configs.data).toMatchObject([{ id: configId, datasetId: 'People', name: `People ${RUN}` }]);
  });

  test('runs a config, waits for it and reads every page in order', async () => {
    const run = await client.betaApIs.createReportRun({ reportConfig: { id: configId } });
    expect(run.data.status).toBe('pending');
    expect(names(await rowsOf(run.data.id))).toEqual(expected);
    const ofConfig = await client.betaApIs.getReportRuns({ reportConfigIds: [configId] });
    expect(ofConfig.data[0]?.id).toBe(run.data.id);
  });

  test('runs a dataset and columns over a time range', async () => {
    const run = await client.betaApIs.createReportRun({
      reportConfig: {
        datasetId: 'LedgerChanges',
        columns: [{ fieldName: 'resource' }, { fieldName: 'objectId' }],
        filters: {
          primaryTimeRange: { startTime: '2026-01-01T00:00:00Z', endTime: new Date().toISOString() } as never,
        },
      },
    });
    const rows = await rowsOf(run.data.id);
    expect(rows.filter(([resource]) => resource === 'driver').length).toBeGreaterThanOrEqual(PEOPLE);
  });
});

describe('the older paths', () => {
  test('run a report for one tag and tell how far it is', async () => {
    const configs = await call('GET', '/preview/custom-reports/configs');
    expect(configs.body.data.find(({ id }: { id: string }) => id === configId)).toEqual({
      id: configId,
      reportName: `People ${RUN}`,
      columns: [
        { displayName: 'Person: name', type: 'string' },
        { displayName: 'Added at', type: 'string' },
      ],
    });
    const made = await call('POST', '/preview/custom-reports/runs', {
      customReportId: configId,
      startTime: '2026-01-01T00:00:00Z',
      endTime: '2026-02-01T00:00:00Z',
      tagIds: [Number(tagId)],
    });
    expect(made.status).toBe(200);
    const { id } = made.body.data;
    let found = { status: 'pending' };
    for (let tries = 0; tries < 600 && found.status === 'pending'; tries += 1) {
      found = (await call('GET', `/preview/custom-reports/runs?ids=${id}`)).body.data[0];
      await sleep(50);
    }
    expect(found).toMatchObject({
      id,
      customReportId: configId,
      status: 'completed',
      percentComplete: 100,
      startTime: '2026-01-01T00:00:00Z',
      endTime: '2026-02-01T00:00:00Z',
      tagIds: [tagId],
    });
    const data = await call('GET', `/preview/custom-reports/runs/data?id=${id}`);
    expect(names(data.body.data.rows)).toEqual(expected.filter((_name, n) => n % 3 === 0));
  });
});
