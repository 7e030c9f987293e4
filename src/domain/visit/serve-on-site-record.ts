// onSiteRecord.serve: the record is signed on the phone, or a refusal is written down; both serve every hazard of the
// visit and start the enterprise's clock. The number is final, the digest is checked against the rows.
import { z } from "zod";
import { newLinkSchema, visitLink } from "../access/link-row.ts";
import { issueProof } from "../access/proof-row.ts";
import { dayOf } from "../calendar/local-date.ts";
import { schemeOn } from "../calendar/rectification-deadline.ts";
import { canonicalDigest } from "../documents/canonical-digest.ts";
import type { OnSiteRecord } from "../documents/on-site-record.ts";
import { actedAt } from "../hazard/act.ts";
import { type DecidedEvent, type Decision, insert } from "../kernel/change.ts";
import { type Context, defineCommand, many, one } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import { optionalText, text } from "../kernel/text.ts";
import { wallColumnsOf } from "../kernel/wall-columns.ts";
import { standingOf } from "./form-facts.ts";
import { VISIT_COMMAND_LABELS } from "./labels.ts";
import { namesAsSignedSchema } from "./names-as-signed.ts";
import { type OnSiteRecordRows, onSiteRecordData, onSiteRecordNumber } from "./on-site-record-data.ts";
import { ownVisitFor } from "./own-visit.ts";
import { refuseOrderWords } from "./own-words.ts";
import { serveHazards } from "./serve-hazards.ts";
import { checkSignatures, signatureArgs, signatureChanges } from "./signatures.ts";
import { visitRow } from "./transitions.ts";

const registrySchema = z.object({
  creditCode: optionalText(18),
  principal: optionalText(80),
  scaleText: optionalText(60),
  trade: optionalText(100),
  siteName: text(200),
  address: text(300),
  community: optionalText(100),
});

const serveOnSiteRecordArgs = z.object({
  documentId: z.uuid(),
  visitId: z.uuid(),
  /** 1 for the first record of a visit; the next when a corrected hazard is served again. */
  sequence: z.int().min(1).max(99),
  /** SHA-256 of the canonical form data that was on the screen. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  remarks: optionalText(2000),
  /** The registry's words as printed on the phone; without it the rows' own. */
  registry: registrySchema.nullish(),
  /** The names as printed on the phone; without them those of now. */
  names: namesAsSignedSchema.nullish(),
  signatures: z.array(signatureArgs).min(1).max(20),
  accessLink: newLinkSchema,
});
type Args = z.output<typeof serveOnSiteRecordArgs>;

interface State extends Omit<OnSiteRecordRows, "visit" | "scheme"> {
  readonly visit: Row<"visits"> | undefined;
  readonly schemes: readonly Row<"schemes">[];
  readonly document: Row<"documents"> | undefined;
  readonly documents: readonly Row<"documents">[];
  readonly link: Row<"accessLinks"> | undefined;
  readonly visitTasks: readonly Row<"visitTasks">[];
  readonly tasks: readonly Row<"tasks">[];
}

export const serveOnSiteRecord = defineCommand({
  name: "onSiteRecord.serve",
  label: VISIT_COMMAND_LABELS["onSiteRecord.serve"],
  by: visitRow("onSiteRecord.serve").by,
  args: serveOnSiteRecordArgs,
  needs: (args, { tenantId }) => ({
    visit: one("visits", { id: args.visitId }),
    findings: many("findings", { visitId: args.visitId }),
    hazards: many("hazards", { visitId: args.visitId }),
    photos: many("photoSlots", { visitId: args.visitId }),
    visitTasks: many("visitTasks", { visitId: args.visitId }),
    documents: many("documents", { visitId: args.visitId }),
    document: one("documents", { id: args.documentId }),
    link: one("accessLinks", { id: args.accessLink.linkId }),
    tenant: one("tenants", { id: tenantId }),
    schemes: many("schemes", { tenantId }),
  }),
  needsMore: (_args, { visit }) => ({
    enterprise: one("enterprises", { id: visit?.enterpriseId }),
    site: one("sites", { id: visit?.siteId }),
    community: one("communities", { id: visit?.communityId }),
    engagement: one("agencyEngagements", { agencyId: visit?.madeByAgencyId ?? visit?.agencyId }),
    expert: one("memberships", { id: visit?.expertMembershipId }),
    citations: many("hazardCitations", { enterpriseId: visit?.enterpriseId }),
    tasks: many("tasks", { enterpriseId: visit?.enterpriseId }),
  }),
  decide: (state, args, context) => decideServe(state, args, context),
});

function decideServe(state: State, args: Args, context: Context): Result<Decision> {
  const found = ownVisitFor("onSiteRecord.serve", state.visit, context.actor);
  if (!found.ok) return found;
  const visit = found.value;
  if (state.document || state.link) return refuse("row.exists");
  const number = onSiteRecordNumber(visit.taskCode, args.sequence);
  if (state.documents.some((row) => row.kind === "onSiteRecord" && row.number === number)) {
    return refuse("onSiteRecord.number_taken", { number });
  }
  const signed = checkSignatures(visit, args.signatures);
  if (!signed.ok) return signed;
  const order = refuseOrderWords(args.remarks, ...args.signatures.map(({ refusalReason }) => refusalReason));
  if (order) return order;
  const rows = { ...state, visit, scheme: schemeOn(state.schemes, visit.inspectedOn) };
  const servedAt = actedAt(context);
  const data = onSiteRecordData(rows, { ...args, servedAt, library: context.library });
  if (!data.ok) return data;
  const digest = canonicalDigest(data.value);
  if (digest !== args.digest) return refuse("onSiteRecord.digest_differs", { number });
  const document = documentOf(visit, args, data.value, digest, context);
  const changes = [
    insert("documents", document),
    issueProof(document, dayOf(servedAt), context),
    ...args.signatures.flatMap((signature) => signatureChanges(visit, document.id, digest, signature, context)),
    visitLink(visit, args.accessLink, context),
  ];
  const events: DecidedEvent[] = [{ subject: { type: "documents", id: document.id }, changes }];
  const hazards = standingOf(state.hazards, visit.id);
  return ok({ events: [...events, ...serveHazards({ ...state, visit, hazards, servedAt }, context)] });
}

function documentOf(
  visit: Row<"visits">,
  args: Args,
  data: OnSiteRecord,
  dataDigest: string,
  context: Context,
): Row<"documents"> {
  const { actor } = context;
  const at = actedAt(context);
  return {
    ...wallColumnsOf(visit),
    id: args.documentId,
    kind: "onSiteRecord",
    number: onSiteRecordNumber(visit.taskCode, args.sequence),
    state: "issued",
    visitId: visit.id,
    hazardId: null,
    formVersion: data.formVersion,
    data: JSON.stringify(data),
    dataDigest,
    pdfSha256: null,
    templateVersion: null,
    dueOn: null,
    draftedAt: at,
    draftedByName: actor.name,
    reviewedAt: null,
    reviewedByName: null,
    reviewedByMembershipId: null,
    releasedAt: at,
    releasedByName: actor.name,
    releasedByMembershipId: actor.id,
    onePersonRelease: false,
    voidReason: null,
  };
}
