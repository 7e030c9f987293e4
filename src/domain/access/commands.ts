// Every command on access links: issue, pass on, revoke, and saying who one is before the first write.
import { z } from "zod";
import { type Change, type Decision, decided, insert, update } from "../kernel/change.ts";
import { type AnyCommand, type Context, defineCommand, many, one } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import { ok, type Refused, type Result, refuse } from "../kernel/result.ts";
import { text } from "../kernel/text.ts";
import { wallColumnsOf } from "../kernel/wall-columns.ts";
import { hazardsOfLink, linkState } from "./access-link.ts";
import { LINK_COMMAND_LABELS } from "./labels.ts";
import { newLinkSchema, visitLink } from "./link-row.ts";
import { type LinkCommand, linkRow, mayOnLink } from "./link-transitions.ts";

type Link = Row<"accessLinks">;

/** The visit of a link, and every hazard of its site: those found and those carried in are told apart by rule. */
function behind(link: Link | undefined) {
  return { visit: one("visits", { id: link?.visitId }), hazards: many("hazards", { siteId: link?.siteId }) };
}

/** Issued again on demand; those before stay as they are, since other hands may hold them. */
const issue = defineCommand({
  name: "accessLink.issue",
  label: LINK_COMMAND_LABELS["accessLink.issue"],
  by: linkRow("accessLink.issue").by,
  args: newLinkSchema.extend({ visitId: z.uuid() }),
  needs: (args) => ({
    visit: one("visits", { id: args.visitId }),
    link: one("accessLinks", { id: args.linkId }),
    sameSecret: one("accessLinks", { secretHash: args.secretHash }),
  }),
  decide: (state, args, context): Result<Decision> => {
    const { visit } = state;
    if (!visit) return refuse("not_found");
    if (state.link) return refuse("row.exists");
    if (state.sameSecret) return refuse("accessLink.secret_taken");
    if (visit.status !== "finished")
      return refuse("accessLink.visit_not_finished", { enterprise: visit.enterpriseName });
    return ok(decided("accessLinks", args.linkId, [visitLink(visit, args, context)]));
  },
});

/** Forwarding to the electrician is the workflow: a child link for chosen hazards of one's own link. */
const delegate = defineCommand({
  name: "accessLink.delegate",
  label: LINK_COMMAND_LABELS["accessLink.delegate"],
  by: linkRow("accessLink.delegate").by,
  args: newLinkSchema.extend({
    parentId: z.uuid(),
    hazardIds: z.array(z.uuid()).min(1).max(200),
    label: text(60),
  }),
  needs: (args) => ({
    parent: one("accessLinks", { id: args.parentId }),
    link: one("accessLinks", { id: args.linkId }),
    sameSecret: one("accessLinks", { secretHash: args.secretHash }),
  }),
  needsMore: (_args, { parent }) => behind(parent),
  decide: (state, args, context): Result<Decision> => {
    const { parent, visit } = state;
    if (!parent || !visit) return refuse("not_found");
    if (!holds(parent, context)) return refuse("accessLink.not_yours");
    const closed = closedFor("accessLink.delegate", parent, visit, state.hazards, context);
    if (closed) return closed;
    if (state.link) return refuse("row.exists");
    if (state.sameSecret) return refuse("accessLink.secret_taken");
    const opened = new Set(hazardsOfLink(parent, visit, state.hazards).map((hazard) => hazard.id));
    const chosen = [...new Set(args.hazardIds)];
    const foreign = chosen.filter((id) => !opened.has(id)).length;
    if (foreign > 0) return refuse("accessLink.hazard_not_in_link", { count: foreign });
    const child: Link = {
      ...parent,
      id: args.linkId,
      secretHash: args.secretHash,
      parentId: parent.id,
      hazardIds: JSON.stringify(chosen),
      label: args.label,
      issuedAt: context.receivedAt,
      issuedByName: context.actor.name,
    };
    return ok(decided("accessLinks", child.id, [insert("accessLinks", child)]));
  },
});

/** A link passes on its own hazards; the signed-in enterprise those of any of its links. */
function holds(link: Link, { actor }: Context): boolean {
  return actor.kind === "link" ? actor.linkId === link.id : actor.scopeId === link.enterpriseId;
}

/** Revoking a link revokes what was passed on from it. */
const revoke = defineCommand({
  name: "accessLink.revoke",
  label: LINK_COMMAND_LABELS["accessLink.revoke"],
  by: linkRow("accessLink.revoke").by,
  args: z.object({ linkId: z.uuid(), reason: text(300) }),
  needs: (args) => ({ link: one("accessLinks", { id: args.linkId }) }),
  needsMore: (_args, { link }) => ({ links: many("accessLinks", { visitId: link?.visitId }) }),
  decide: (state, args, context): Result<Decision> => {
    const { link } = state;
    if (!link) return refuse("not_found");
    if (link.revokedAt !== null) return refuse("accessLink.already_revoked");
    const set = { revokedAt: context.receivedAt, revokedReason: args.reason };
    const changes: Change[] = descendants(link, state.links)
      .filter((row) => row.revokedAt === null)
      .map((row) => update("accessLinks", row, set));
    return ok(decided("accessLinks", link.id, changes));
  },
});

function descendants(link: Link, links: readonly Link[]): readonly Link[] {
  const children = links.filter((row) => row.parentId === link.id);
  return [link, ...children.flatMap((child) => descendants(child, links))];
}

/** Before the first write by a link, once a device: name and position. */
const introduce = defineCommand({
  name: "accessLink.introduce",
  label: LINK_COMMAND_LABELS["accessLink.introduce"],
  by: linkRow("accessLink.introduce").by,
  args: z.object({ holderId: z.uuid(), name: text(80), position: text(80) }),
  needs: (args, { actor }) => ({
    link: one("accessLinks", { id: actor.linkId }),
    holder: one("accessLinkHolders", { id: args.holderId }),
  }),
  needsMore: (_args, { link }) => behind(link),
  decide: (state, args, context): Result<Decision> => {
    const { link, visit } = state;
    if (!link || !visit) return refuse("not_found");
    if (state.holder) return refuse("row.exists");
    const closed = closedFor("accessLink.introduce", link, visit, state.hazards, context);
    if (closed) return closed;
    const holder: Row<"accessLinkHolders"> = {
      ...wallColumnsOf(link),
      id: args.holderId,
      linkId: link.id,
      name: args.name,
      position: args.position,
      introducedAt: context.receivedAt,
    };
    return ok(decided("accessLinks", link.id, [insert("accessLinkHolders", holder)]));
  },
});

function closedFor(
  command: LinkCommand,
  link: Link,
  visit: Row<"visits">,
  hazards: readonly Row<"hazards">[],
  context: Context,
): Refused | undefined {
  const state = linkState(link, visit, hazards, context.today);
  if (mayOnLink(command, state)) return undefined;
  return refuse(state === "revoked" ? "accessLink.revoked" : "accessLink.expired");
}

export const accessCommands: readonly AnyCommand[] = [issue, delegate, revoke, introduce];
