import pg from 'pg';

/** Ends the statement that is under way on a connection. */
export async function cancelOn(client: pg.PoolClient, settings: pg.PoolConfig): Promise<void> {
  const { processID } = client as unknown as { processID: number };
  const other = new pg.Client({ ...settings, connectionTimeoutMillis: 10_000 });
  other.on('error', () => {});
  try {
    await other.connect();
    await other.query('select pg_cancel_backend($1)', [processID]);
  } catch {
    // It ends by its timeout.
  } finally {
    await other.end().catch(() => {});
  }
}
