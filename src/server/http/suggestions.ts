// Suggestions over HTTP: the same code and model as on the phone.
import type { FastifyInstance } from "fastify";
import { getSuggestions, listSuggestionLessons } from "#api/suggestions.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import { buildLessons } from "#domain/law/suggestion/lessons.ts";
import { PACKED_MODEL } from "#domain/law/suggestion/model.generated.ts";
import { openModel, type SuggestModel } from "#domain/law/suggestion/model.ts";
import { type Suggestion, suggest } from "#domain/law/suggestion/suggest.ts";
import { asActor, type Transaction } from "../db/transaction.ts";
import { askProvider } from "../library/own-suggestions.ts";
import { readSuggestionLessons } from "../queries/suggestion-lessons.ts";
import type { Services } from "../server-parts.ts";
import { registerMember } from "./register.ts";

let opened: SuggestModel | undefined;

export function registerSuggestions(app: FastifyInstance, services: Services): void {
  registerMember(app, services, getSuggestions, async ({ actor, tenantId, query: { text, day, limit } }) => {
    const { lessons, division } = await asActor(services.database, tenantId, actor, readGround, { readOnly: true });
    const { library } = await services.library();
    opened ??= openModel(PACKED_MODEL);
    const question = { text, day: day ?? dayOf(services.clock.now()), division, ...(limit ? { limit } : {}) };
    const ground = { model: opened, library, lessons: buildLessons(lessons) };
    const provider = services.suggestionProvider;
    const suggestions = provider ? await askProvider(provider, ground, question) : suggest(ground, question);
    return { suggestions: suggestions.map(toAnswer) };
  });
  registerMember(app, services, listSuggestionLessons, ({ actor, tenantId }) =>
    asActor(services.database, tenantId, actor, async (tx) => ({ lessons: [...(await readSuggestionLessons(tx))] }), {
      readOnly: true,
    }),
  );
}

async function readGround(tx: Transaction) {
  const tenant = await tx.db
    .selectFrom("tenants")
    .select("divisionCode")
    .where("id", "=", tx.tenantId)
    .executeTakeFirst();
  return { lessons: await readSuggestionLessons(tx), division: tenant?.divisionCode ?? "000000" };
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
