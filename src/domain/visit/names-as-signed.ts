// The names that stood on the phone when a record was signed: of the subdistrict, the scheme, the agency, the enterprise, the
// expert and the catalogue's groups. The office may rename each of them before the phone finds a signal; what was signed
// stays as it was read.
import { z } from "zod";
import type { Row } from "../kernel/entities.ts";
import { optionalText, text } from "../kernel/text.ts";
import type { Library } from "../law/library.ts";
import type { HeadingRows } from "./form-facts.ts";

export const UNREGISTERED = "未登记";
const OTHER_GROUP = "其他";

export const namesAsSignedSchema = z.object({
  subdistrict: text(100),
  scheme: text(120),
  agency: text(200),
  enterprise: text(200),
  expert: text(80),
  expertTitle: optionalText(120),
  /** The catalogue's second level by item code, of the items that were looked at. */
  groups: z.record(z.string().min(1).max(40), text(100)),
});
export type NamesAsSigned = z.output<typeof namesAsSignedSchema>;

/** The names as the rows and the library have them now. */
export function namesNow(
  rows: HeadingRows & { readonly findings: readonly Row<"findings">[] },
  library: Library,
): NamesAsSigned {
  return {
    subdistrict: rows.tenant?.name ?? UNREGISTERED,
    scheme: rows.scheme?.name ?? UNREGISTERED,
    agency: rows.engagement?.agencyName ?? UNREGISTERED,
    enterprise: rows.visit.enterpriseName,
    expert: rows.visit.expertName,
    expertTitle: rows.expert?.title ?? null,
    groups: Object.fromEntries(
      rows.findings.map(({ itemCode }) => [itemCode, library.items.get(itemCode)?.level2 ?? OTHER_GROUP]),
    ),
  };
}

export function groupOf(names: NamesAsSigned, itemCode: string): string {
  return names.groups[itemCode] ?? OTHER_GROUP;
}
