// Row security binds only a role that owns no tables and has no right to pass it by. A server that works as any other
// role would show every tenant everything, silently; so it does not start.
import type pg from "pg";

interface RoleFacts {
  readonly name: string;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly owned: string | null;
}

// Membership counts like ownership: whoever is in the owner's role passes row security as the owner does.
const FACTS = `
  select r.rolname as name, r.rolsuper as superuser, r.rolbypassrls as bypasses,
    (select min(format('%I.%I', n.nspname, c.relname))
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and c.relpersistence <> 't'
       and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
       and pg_has_role(r.oid, c.relowner, 'member')) as owned
  from pg_roles r where r.rolname = current_user`;

/** Refuses a connection whose role row security would not bind. */
export async function assertApplicationRole(client: pg.ClientBase | pg.Pool): Promise<void> {
  const { rows } = await client.query<RoleFacts>(FACTS);
  const role = rows[0];
  const fault = role ? findFault(role) : "cannot be read";
  if (fault === undefined) return;
  throw new Error(
    `Bihuan does not start: the database role "${role?.name ?? ""}" of DATABASE_URL ${fault}, so row security would not keep tenants apart. ` +
      "Give DATABASE_URL an ordinary role, and the owner's role to DATABASE_OWNER_URL.",
  );
}

function findFault(role: RoleFacts): string | undefined {
  if (role.superuser) return "is a superuser";
  if (role.bypasses) return "may bypass row security";
  if (role.owned !== null) return `owns tables (${role.owned} is one)`;
  return undefined;
}
