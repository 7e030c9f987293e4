// The principal's number in full, for those who call: a list shows it with its middle hidden. Each reading is logged.
import { z } from "zod";
import { defineRoute } from "./route.ts";

export const getEnterprisePhone = defineRoute({
  method: "GET",
  path: "/api/v1/enterprises/:id/phone",
  summary: "Name and number of an enterprise's principal, to be called",
  by: ["officer", "officeLead", "communityOfficer"],
  params: z.object({ id: z.uuid() }),
  response: z.object({ name: z.string().nullable(), phone: z.string().nullable() }),
});
