// The checklist for a kind of place, from the catalogue as the tenant reads it.
import type { z } from "zod";
import type { ChecklistAnswer, checklistQuerySchema } from "#api/catalogue.ts";
import { builtChecklist } from "#domain/inspection/built-checklist.ts";
import { countItems } from "#domain/inspection/checklist.ts";
import { SITE_TAGS } from "#domain/inspection/checklist-tags.ts";
import { PLAIN_PROFILE, type Season, seasonsOfMonth } from "#domain/law/catalogue/profile.ts";
import type { Library } from "#domain/law/library.ts";

export function answerChecklist(library: Library, query: z.output<typeof checklistQuerySchema>): ChecklistAnswer {
  const { tags, trade, risk = null, month, holiday } = query;
  const holidays: readonly Season[] = holiday ? ["holiday"] : [];
  const sections = builtChecklist(library, {
    tags: tags === undefined ? null : SITE_TAGS.filter((tag) => tags.split(",").includes(tag)),
    trade: trade ? trade.toUpperCase() : null,
    risk,
    seasons: month === undefined ? null : [...seasonsOfMonth(month), ...holidays],
  });
  return {
    total: countItems(sections),
    sections: sections.map(({ code, title, items }) => ({
      ...{ code, title },
      items: items.map(({ code: itemCode, item, standard, severityDefault, profile = PLAIN_PROFILE }) => {
        const { askedAfter, askedOn, score } = profile;
        return { code: itemCode, item, standard, severityDefault, profile: { askedAfter, askedOn, score } };
      }),
    })),
  };
}
