// The parts of a database address.

/** The same server and role, another database. */
export function onDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

/** The role an address signs in as. */
export function roleOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}
