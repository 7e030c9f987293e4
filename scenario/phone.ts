// An expert's phone in the field: pulls in the morning, decides every act on its own rows, and sends a visit as one request.
import { createHash, randomBytes } from "node:crypto";
import type { z } from "zod";
import type { libraryRowsSchema, SnapshotAnswer } from "#api/sync.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import { schemeOn } from "#domain/calendar/rectification-deadline.ts";
import type { WorkingCalendar } from "#domain/calendar/working-days.ts";
import { findCommand } from "#domain/commands.ts";
import { canonicalDigest } from "#domain/documents/canonical-digest.ts";
import type { Context } from "#domain/kernel/command.ts";
import { derivedId } from "#domain/kernel/derived-id.ts";
import { buildLibrary, type Library } from "#domain/law/library.ts";
import { onSiteRecordData } from "#domain/visit/on-site-record-data.ts";
import { type Act, newId, type Person } from "./person.ts";
import { PhoneRows } from "./phone-rows.ts";

export interface Phone {
  readonly expert: Person;
  readonly library: Library;
  readonly calendar: WorkingCalendar;
  readonly rows: PhoneRows;
  /** What the server holds for this expert now. */
  pull(): Promise<void>;
  /** A visit that is being made: acts are decided here and kept until they are sent. */
  visit(visitId: string): VisitOnPhone;
}

export interface VisitOnPhone {
  readonly visitId: string;
  /** Decides on the phone; a refusal there is a fault of the story. */
  act(name: string, args: unknown, occurredAt: string): void;
  /** Signs and serves the on-site record; answers the access link's secret. */
  serve(signers: readonly Signer[], occurredAt: string): Served;
  send(): Promise<void>;
}

export interface Signer {
  readonly signer: "expert" | "accompanying" | "enterprise";
  readonly name: string;
  readonly refused?: boolean;
  readonly refusalReason?: string;
}

export interface Served {
  readonly documentId: string;
  readonly linkSecret: string;
}

/** The library once for all phones of the agency. */
export async function pullLibrary(person: Person): Promise<Library> {
  const answer = (await person.get("/api/v1/library")) as { rows: z.output<typeof libraryRowsSchema> };
  return buildLibrary(answer.rows);
}

export async function openPhone(expert: Person, library: Library): Promise<Phone> {
  let rows = new PhoneRows({});
  let division = "";
  let calendar: WorkingCalendar = { exceptions: new Map(), publishedYears: new Set() };
  const deviceId = `phone-${expert.membershipId.slice(-6)}`;
  const pull = async () => {
    const snapshot = (await expert.get("/api/v1/sync")) as SnapshotAnswer;
    rows = new PhoneRows(snapshot.rows);
    division = snapshot.divisionCode;
    calendar = {
      exceptions: new Map(snapshot.calendar.exceptions.map(({ day, working }) => [day, working])),
      publishedYears: new Set(snapshot.calendar.publishedYears),
    };
  };
  await pull();
  const contextOf = (commandId: string, occurredAt: string): Context => ({
    tenantId: expert.tenantId,
    divisionCode: division,
    actor: { kind: "member", id: expert.membershipId, role: "expert", name: expert.name, scopeId: expert.scopeId },
    ...{ commandId, deviceId, occurredAt, receivedAt: occurredAt, today: dayOf(occurredAt), calendar, library },
    newId: (label) => derivedId(commandId, label),
  });
  return {
    ...{ expert, library, pull },
    get calendar() {
      return calendar;
    },
    get rows() {
      return rows;
    },
    visit: (visitId) => visitOn({ expert, deviceId, contextOf, library }, () => rows, visitId),
  };
}

interface Inside {
  readonly expert: Person;
  readonly deviceId: string;
  readonly library: Library;
  readonly contextOf: (commandId: string, occurredAt: string) => Context;
}

function visitOn(
  { expert, deviceId, contextOf, library }: Inside,
  rows: () => PhoneRows,
  visitId: string,
): VisitOnPhone {
  const acts: Act[] = [];
  const act: VisitOnPhone["act"] = (name, args, occurredAt) => {
    const definition = findCommand(name);
    if (!definition) throw new Error(`no command ${name}`);
    const id = newId();
    const result = rows().decide(definition, args, contextOf(id, occurredAt));
    if (!result.ok)
      throw new Error(`${name} on the phone: ${result.problem.code} ${JSON.stringify(result.problem.params)}`);
    acts.push({ id, name, args, occurredAt });
  };
  return {
    visitId,
    act,
    serve(signers, occurredAt) {
      const documentId = newId();
      const linkSecret = randomBytes(16).toString("base64url");
      const secretHash = createHash("sha256").update(linkSecret).digest("hex");
      const digest = digestOf(rows(), visitId, occurredAt, library);
      const signatures = signers.map((one) => ({ ...one, signatureId: newId(), signedAt: occurredAt }));
      const accessLink = { linkId: newId(), secretHash };
      act("onSiteRecord.serve", { documentId, visitId, sequence: 1, digest, signatures, accessLink }, occurredAt);
      return { documentId, linkSecret };
    },
    async send() {
      await expert.actAll(acts.splice(0), { visit: visitId, deviceId });
    },
  };
}

/** What the signatures bind: the record's data out of the rows on this phone. */
function digestOf(rows: PhoneRows, visitId: string, servedAt: string, library: Library): string {
  const visit = rows.find("visits", (row) => row.id === visitId);
  if (!visit) throw new Error(`visit ${visitId} is not on the phone`);
  const facts = {
    visit,
    tenant: rows.find("tenants", (row) => row.id === visit.tenantId),
    scheme: schemeOn(rows.all("schemes"), visit.inspectedOn),
    engagement: rows.find("agencyEngagements", (row) => row.agencyId === visit.agencyId),
    enterprise: rows.find("enterprises", (row) => row.id === visit.enterpriseId),
    site: rows.find("sites", (row) => row.id === visit.siteId),
    community: rows.find("communities", (row) => row.id === visit.communityId),
    expert: rows.find("memberships", (row) => row.id === visit.expertMembershipId),
    findings: rows.all("findings").filter((row) => row.visitId === visitId),
    hazards: rows.all("hazards").filter((row) => row.visitId === visitId),
    citations: rows.all("hazardCitations").filter((row) => row.enterpriseId === visit.enterpriseId),
    photos: rows.all("photoSlots").filter((row) => row.visitId === visitId),
  };
  const data = onSiteRecordData(facts, { sequence: 1, servedAt, library });
  if (!data.ok) throw new Error(`on-site record: ${data.problem.code}`);
  return canonicalDigest(data.value);
}
