// One enterprise as read from a list: what the register takes over. Blank is null and never erases what is stored.
import { z } from "zod";
import { localDateSchema } from "../calendar/local-date.ts";
import { optionalText, text } from "../kernel/text.ts";
import { isCreditCode } from "./credit-code.ts";
import { industryKinds } from "./industry-kind.ts";

/** Longest texts taken, in UTF-16 units. */
export const TEXT_LIMITS = {
  name: 120,
  address: 200,
  industry: 100,
  person: 60,
  community: 60,
  phone: 40,
  tag: 60,
  certificate: 60,
  remark: 1000,
} as const;

export const MOST_TAGS = 40;
export const MOST_EMPLOYEES = 1_000_000;

export const standardizationGrades = ["one", "two", "three", "smallMicro"] as const;

/** The four colours 红橙黄蓝 of an enterprise's overall risk. */
export const riskColours = ["red", "orange", "yellow", "blue"] as const;

export const enterpriseRowSchema = z.object({
  /** As Excel numbers it, from 1. */
  row: z.int().positive(),
  name: text(TEXT_LIMITS.name),
  /** GB 32100-2015, normalized; null when the list has none. */
  creditCode: z.string().refine(isCreditCode).nullable(),
  address: optionalText(TEXT_LIMITS.address),
  communityName: optionalText(TEXT_LIMITS.community),
  /** GB/T 4754-2017, such as C2929. */
  industryCode: z
    .string()
    .regex(/^[A-T]?\d{0,4}$/)
    .nullable(),
  industry: optionalText(TEXT_LIMITS.industry),
  industryKind: z.enum(industryKinds).nullable(),
  aboveScale: z.boolean().nullable(),
  /** Main-business revenue of a year, in fen. */
  mainRevenueFen: z.int().nonnegative().nullable(),
  revenueYear: z.int().min(1990).max(2100).nullable(),
  employees: z.int().nonnegative().max(MOST_EMPLOYEES).nullable(),
  principalName: optionalText(TEXT_LIMITS.person),
  principalPhone: optionalText(TEXT_LIMITS.phone),
  safetyOfficerName: optionalText(TEXT_LIMITS.person),
  safetyOfficerPhone: optionalText(TEXT_LIMITS.phone),
  standardizationGrade: z.enum(standardizationGrades).nullable(),
  standardizationCertificateNo: optionalText(TEXT_LIMITS.certificate),
  standardizationValidTo: localDateSchema.nullable(),
  riskLevel: z.enum(riskColours).nullable(),
  tags: z.array(text(TEXT_LIMITS.tag)).max(MOST_TAGS),
  remark: optionalText(TEXT_LIMITS.remark),
  /** The remark asks for ground c or d of R3. A person decides; d also needs the minutes. */
  requestedGround: z.enum(["c", "d"]).nullable(),
});

export type EnterpriseRow = z.output<typeof enterpriseRowSchema>;
