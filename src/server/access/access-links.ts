// From the secret in an address to the link it opens, and from a device's token to the person who introduced themselves.
// Secret and token are never stored: of the secret there is a hash, of the token an id that only it leads to.
import { createHash, randomBytes } from "node:crypto";
import type { Actor } from "#domain/access/roles.ts";
import { derivedId } from "#domain/kernel/derived-id.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { systemActor } from "../commands/issue.ts";
import type { Database } from "../db/pool.ts";
import { asActor } from "../db/transaction.ts";

/** 128 bits as base64url, made on the expert's phone, on the server, or for a colleague. */
const SECRET = /^[A-Za-z0-9_-]{22}$/;

export function isLinkSecret(text: string): boolean {
  return SECRET.test(text);
}

/** A new secret; the same shape serves as the token of a device. */
export function newLinkSecret(): string {
  return randomBytes(16).toString("base64url");
}

/** What `accessLinks.secretHash` holds: SHA-256 of the secret as it stands in the address. */
export function secretHashOf(secret: string): string {
  return createHash("sha256").update(secret, "utf8").digest("hex");
}

/** The link a secret opens, whatever its state. */
export async function findLink(database: Database, secret: string): Promise<Row<"accessLinks"> | undefined> {
  const found = await database.pool.query<{ tenant_id: string; link_id: string }>(
    "select tenant_id, link_id from link_by_hash($1)",
    [secretHashOf(secret)],
  );
  const first = found.rows[0];
  if (!first) return undefined;
  return asActor(
    database,
    first.tenant_id,
    systemActor("accessLink"),
    ({ db }) => db.selectFrom("accessLinks").selectAll().where("id", "=", first.link_id).executeTakeFirst(),
    { readOnly: true },
  );
}

/** The holder a device is, once a device and enterprise; nobody can say it of another without that device's token. */
export function holderIdOf(token: string, link: Pick<Row<"accessLinks">, "tenantId" | "enterpriseId">): string {
  return derivedId(token, `holder:${link.tenantId}:${link.enterpriseId}`);
}

export async function findHolder(
  database: Database,
  link: Row<"accessLinks">,
  holderId: string,
): Promise<Row<"accessLinkHolders"> | undefined> {
  return asActor(
    database,
    link.tenantId,
    linkActor(link),
    ({ db }) =>
      db
        .selectFrom("accessLinkHolders")
        .selectAll()
        .where("enterpriseId", "=", link.enterpriseId)
        .where("id", "=", holderId)
        .executeTakeFirst(),
    { readOnly: true },
  );
}

/** Whoever holds a link acts in its enterprise; a holder acts under a name, a mere reader as the link itself. */
export function linkActor(link: Row<"accessLinks">, holder?: { readonly id: string; readonly name: string }): Actor {
  const { id: linkId, enterpriseId } = link;
  return {
    kind: "link",
    id: holder?.id ?? linkId,
    role: "linkHolder",
    name: holder?.name ?? "",
    scopeId: enterpriseId,
    linkId,
  };
}
