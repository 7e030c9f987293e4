// A tenant's own instruments: what its office has entered beside the shared law library.
import { z } from "zod";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { NATURES } from "#domain/law/library-rows.ts";
import { OWN_KINDS } from "#domain/law/own/own-instrument.ts";
import { VERSION_FORCES } from "./law-search.ts";
import { agencyRoles, defineRoute, officeReaders } from "./route.ts";

const ownVersionSchema = z.object({
  version: z.int(),
  docNumber: z.string(),
  effectiveFrom: localDateSchema.nullable(),
  effectiveTo: localDateSchema.nullable(),
  source: z.string(),
  checked: z.boolean(),
  force: z.enum(VERSION_FORCES),
  clauses: z.array(z.object({ article: z.string(), nature: z.enum(NATURES), words: z.string() })),
});
export type OwnVersionLine = z.output<typeof ownVersionSchema>;

const ownInstrumentLineSchema = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(OWN_KINDS),
  divisionCode: z.string(),
  note: z.string().nullable(),
  /** The change it stands at: what is said of it next names this one. */
  basedOn: z.int(),
  changedAt: z.string(),
  changedByName: z.string(),
  /** In the order in which they were entered. */
  versions: z.array(ownVersionSchema),
  items: z.int(),
  openHazards: z.int(),
});
export type OwnInstrumentLine = z.output<typeof ownInstrumentLineSchema>;

export const listOwnInstruments = defineRoute({
  method: "GET",
  path: "/api/v1/own-instruments",
  summary: "The tenant's own instruments with all their versions and what rests on them",
  by: [...officeReaders, ...agencyRoles, "tenantAdmin"],
  response: z.object({
    day: localDateSchema,
    /** The tenant's line of divisions below the nation, its own first: whose instruments it may enter. */
    places: z.array(z.object({ code: z.string(), name: z.string() })),
    rows: z.array(ownInstrumentLineSchema),
  }),
});
