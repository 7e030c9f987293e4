// The head of every form of a visit: who was visited, where, when, by whom, and who came along (R8).
import { z } from "zod";
import { clockOf, dayOf, type Instant, localDateSchema } from "../calendar/local-date.ts";
import { clockSchema } from "./photo-entry.ts";

const personSchema = z.strictObject({ name: z.string().min(1).max(80), title: z.string().max(120).nullable() });

export const visitHeadingSchema = z.strictObject({
  subdistrict: z.string().min(1).max(100),
  scheme: z.string().min(1).max(120),
  agency: z.string().min(1).max(200),
  taskCode: z.string().min(1).max(60),
  periodName: z.string().max(60).nullable(),
  enterprise: z.strictObject({
    name: z.string().min(1).max(200),
    creditCode: z.string().max(18).nullable(),
    principal: z.string().max(80).nullable(),
    scaleText: z.string().max(60).nullable(),
    trade: z.string().max(100).nullable(),
  }),
  site: z.strictObject({
    name: z.string().min(1).max(200),
    address: z.string().min(1).max(300),
    community: z.string().max(100).nullable(),
  }),
  startedOn: localDateSchema,
  startedAt: clockSchema,
  endedOn: localDateSchema,
  endedAt: clockSchema,
  experts: z.array(personSchema).min(1).max(20),
  /** Persons of the subdistrict; when empty `accompanimentReason` says why. */
  accompanying: z.array(personSchema).max(20),
  accompanimentReason: z.string().max(300).nullable(),
  enterprisePersons: z.array(personSchema).max(20),
});

export type VisitHeading = z.infer<typeof visitHeadingSchema>;
export type PersonFacts = { readonly name: string; readonly title?: string | null };

export interface VisitFacts {
  readonly subdistrict: string;
  readonly scheme: string;
  readonly agency: string;
  readonly taskCode: string;
  readonly periodName?: string | null;
  readonly enterprise: Readonly<VisitHeading["enterprise"]>;
  readonly site: Readonly<VisitHeading["site"]>;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly experts: readonly PersonFacts[];
  readonly accompanying: readonly PersonFacts[];
  readonly accompanimentReason?: string | null;
  readonly enterprisePersons: readonly PersonFacts[];
}

function personOf(facts: PersonFacts) {
  return { name: facts.name, title: facts.title ?? null };
}

export function visitHeadingOf(facts: VisitFacts): VisitHeading {
  return {
    subdistrict: facts.subdistrict,
    scheme: facts.scheme,
    agency: facts.agency,
    taskCode: facts.taskCode,
    periodName: facts.periodName ?? null,
    enterprise: { ...facts.enterprise },
    site: { ...facts.site },
    startedOn: dayOf(facts.startedAt),
    startedAt: clockOf(facts.startedAt),
    endedOn: dayOf(facts.endedAt),
    endedAt: clockOf(facts.endedAt),
    experts: facts.experts.map(personOf),
    accompanying: facts.accompanying.map(personOf),
    accompanimentReason: facts.accompanying.length > 0 ? null : (facts.accompanimentReason ?? null),
    enterprisePersons: facts.enterprisePersons.map(personOf),
  };
}
