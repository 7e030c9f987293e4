// What enforcement is handed.
import { z } from "zod";
import type { Role } from "#domain/access/roles.ts";
import { defineRoute } from "./route.ts";

/** The two sides of enforcement's door. */
export const handsOver: readonly Role[] = ["officer", "officeLead", "enforcementOfficer"];

export const getReferralPackage = defineRoute({
  method: "GET",
  path: "/api/v1/referrals/:id/package.zip",
  summary: "The referral package: PDF, data, photos, papers, visit log, and a signed list of every file with its hash",
  by: handsOver,
  params: z.object({ id: z.uuid() }),
  response: z.any(),
});
