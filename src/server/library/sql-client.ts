// The little of a PostgreSQL client that the library needs; a pool, a client and a test double all have it.

export interface SqlClient {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[]; rowCount: number | null }>;
}
