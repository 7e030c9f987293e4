// What a change of law touches, as tasks: the system opens them, the law editor or the office settles each with a note.
import { z } from "zod";
import { localDateSchema } from "../calendar/local-date.ts";
import { type DecidedEvent, insert, update } from "../kernel/change.ts";
import { type AnyCommand, defineCommand, type One, one } from "../kernel/command.ts";
import { ok, refuse } from "../kernel/result.ts";
import { text } from "../kernel/text.ts";

/** hazard 未销号的隐患, item 检查表与目录的项, template 文书模板. */
export const REVIEW_SUBJECTS = ["hazard", "item", "template"] as const;
/** changed: other words. moved: the same words under another number. dropped: no such clause any more. ended: repealed. */
export const REVIEW_CHANGES = ["changed", "moved", "dropped", "ended"] as const;

const reviewSchema = z.object({
  id: z.uuid(),
  subjectKind: z.enum(REVIEW_SUBJECTS),
  subjectId: z.string().min(1).max(200),
  subjectName: z.string().min(1).max(400),
  clause: z.string().min(1).max(300),
  becomes: z.string().max(300).nullable(),
  change: z.enum(REVIEW_CHANGES),
});
export type ReviewToOpen = z.output<typeof reviewSchema>;

const reviewKey = (id: string): `review ${string}` => `review ${id}`;
type ReviewNeeds = { [review: `review ${string}`]: One<"lawReviews"> };

const openReviews = defineCommand({
  name: "lawReview.open",
  label: { zh: "列出法规变动触及的事项", en: "List what a change of law touches" },
  by: ["system"],
  args: z.object({
    instrumentId: z.string(),
    title: z.string(),
    version: z.int().positive(),
    effectiveFrom: localDateSchema.nullable(),
    reviews: z.array(reviewSchema).min(1).max(500),
  }),
  needs: ({ reviews }) => {
    const needs: ReviewNeeds = {};
    for (const { id } of reviews) needs[reviewKey(id)] = one("lawReviews", { id });
    return needs;
  },
  decide: (state, { reviews, ...law }, { tenantId, receivedAt }) => {
    const events = reviews.flatMap((review): DecidedEvent[] => {
      if (state[reviewKey(review.id)]) return [];
      const settled = { note: null, settledAt: null, settledByName: null };
      const row = { ...law, ...review, ...settled, tenantId, state: "open" as const, openedAt: receivedAt };
      return [{ subject: { type: "lawReviews", id: review.id }, changes: [insert("lawReviews", row)] }];
    });
    return ok({ events });
  },
});

/** Several at once where one answer holds for all, such as every item that cites the same clause. */
const settleReviews = defineCommand({
  name: "lawReview.settle",
  label: { zh: "办结依据复核", en: "Settle reviews" },
  by: ["lawEditor", "officer", "officeLead"],
  args: z.object({ reviewIds: z.array(z.uuid()).min(1).max(200), note: text(500) }),
  needs: ({ reviewIds }) => {
    const needs: ReviewNeeds = {};
    for (const id of reviewIds) needs[reviewKey(id)] = one("lawReviews", { id });
    return needs;
  },
  decide: (state, { reviewIds, note }, { actor, receivedAt }) => {
    const events: DecidedEvent[] = [];
    for (const id of new Set(reviewIds)) {
      const review = state[reviewKey(id)];
      if (!review) return refuse("law.review_not_found");
      if (review.state === "settled") return refuse("law.review_settled", { name: review.settledByName ?? "" });
      const set = { state: "settled" as const, note, settledAt: receivedAt, settledByName: actor.name };
      events.push({ subject: { type: "lawReviews", id }, changes: [update("lawReviews", review, set)] });
    }
    return ok({ events });
  },
});

export const reviewCommands: readonly AnyCommand[] = [openReviews, settleReviews];
