// Suggestions over HTTP: the same code and model as on the phone.
import type { FastifyInstance } from "fastify";
import { getSuggestions, listSuggestionLessons } from "#api/suggestions.ts";
import type { Actor } from "#domain/access/roles.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import { layeredLibrary, offeredLibrary } from "#domain/law/catalogue/layer.ts";
import { buildLessons } from "#domain/law/suggestion/lessons.ts";
import { PACKED_MODEL } from "#domain/law/suggestion/model.generated.ts";
import { openModel, type SuggestModel } from "#domain/law/suggestion/model.ts";
import { type Suggestion, suggest } from "#domain/law/suggestion/suggest.ts";
import { asActor, type Transaction } from "../db/transaction.ts";
import { placeOf } from "../library/lesson-places.ts";
import { askProvider } from "../library/own-suggestions.ts";
import { readLayer } from "../library/tenant-layer.ts";
import { LESSONS_PAGE, listLessons, readSuggestionLessons } from "../queries/suggestion-lessons.ts";
import type { Services } from "../server-parts.ts";
import { registerMember } from "./register.ts";

let opened: SuggestModel | undefined;

export function registerSuggestions(app: FastifyInstance, services: Services): void {
  const today = () => dayOf(services.clock.now());
  registerMember(app, services, getSuggestions, async ({ actor, tenantId, query: { text, day, limit } }) => {
    const { lessons, division, ...ground } = await readGround(services, { actor, tenantId }, readSuggestionLessons);
    const question = { text, day: day ?? today(), division, ...(limit ? { limit } : {}) };
    const asked = { ...ground, lessons: buildLessons(lessons) };
    const provider = services.suggestionProvider;
    const suggestions = provider ? await askProvider(provider, asked, question) : suggest(asked, question);
    return { suggestions: suggestions.map(toAnswer) };
  });
  registerMember(app, services, listSuggestionLessons, async ({ actor, tenantId, query: { page, ...filter } }) => {
    const { library: shared } = await services.library();
    const nameOf = (code: string) => shared.items.get(code)?.item ?? code;
    const read = (tx: Transaction) => listLessons(tx, filter, page, nameOf);
    const { lessons: found, division, ...ground } = await readGround(services, { actor, tenantId }, read);
    const asked = { ...ground, lessons: buildLessons(found.inUse), day: today(), division };
    const rows = found.rows.map((lesson) => ({
      ...lesson,
      item: nameOf(lesson.itemCode),
      place: placeOf(asked, lesson),
    }));
    return { day: asked.day, total: found.total, page, pageSize: LESSONS_PAGE, counts: found.counts, rows };
  });
}

/** The model and what is asked in this tenant, its division, and whatever is read of the lessons. */
async function readGround<T>(
  services: Services,
  { actor, tenantId }: { readonly actor: Actor; readonly tenantId: string },
  readLessons: (tx: Transaction) => Promise<T>,
) {
  const { library: shared } = await services.library();
  const read = async (tx: Transaction) => {
    const library = offeredLibrary(layeredLibrary(shared, await readLayer(tx)));
    return { library, division: await readDivision(tx), lessons: await readLessons(tx) };
  };
  opened ??= openModel(PACKED_MODEL);
  return { model: opened, ...(await asActor(services.database, tenantId, actor, read, { readOnly: true })) };
}

async function readDivision(tx: Transaction): Promise<string> {
  const tenants = tx.db.selectFrom("tenants").select("divisionCode").where("id", "=", tx.tenantId);
  return (await tenants.executeTakeFirst())?.divisionCode ?? "000000";
}

function toAnswer(one: Suggestion) {
  return {
    ...one,
    because: [...one.because],
    clauses: one.clauses.map((clause) => ({ ...clause })),
    listedCase: one.listedCase && {
      ...one.listedCase,
      named: [...one.listedCase.named],
      asks: [...one.listedCase.asks],
    },
  };
}
