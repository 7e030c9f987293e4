// What keeps the office's own work in order: saved views, long operations with progress, corrected working days.
import { z } from "zod";
import type { Role } from "../access/roles.ts";
import { localDateSchema } from "../calendar/local-date.ts";
import { decided, insert, remove, update } from "../kernel/change.ts";
import { type AnyCommand, defineCommand, one } from "../kernel/command.ts";
import { ok, refuse } from "../kernel/result.ts";
import { optionalText, text } from "../kernel/text.ts";
import { grantedRoles } from "./membership-scope.ts";

/** Everyone with lists; an auditor reads and writes nothing, not even a view. */
const viewers: readonly Role[] = grantedRoles.filter((role) => role !== "auditor");

/** A list's filter, order and columns under a name, for the person alone. Saving again under the same id replaces it. */
const saveView = defineCommand({
  name: "view.save",
  label: { zh: "存为常用视图", en: "Save view" },
  by: viewers,
  args: z.object({ viewId: z.uuid(), list: text(60), name: text(40), query: z.string().max(4000) }),
  needs: (args) => ({ view: one("savedViews", { id: args.viewId }) }),
  decide: ({ view }, { viewId: id, list, name, query }, { tenantId, actor, receivedAt }) => {
    if (view && view.membershipId !== actor.id) return refuse("view.not_found");
    const change = view
      ? update("savedViews", view, { list, name, query })
      : insert("savedViews", { tenantId, id, membershipId: actor.id, list, name, query, createdAt: receivedAt });
    return ok(decided("savedViews", id, [change]));
  },
});

const removeView = defineCommand({
  name: "view.remove",
  label: { zh: "删除常用视图", en: "Remove view" },
  by: viewers,
  args: z.object({ viewId: z.uuid() }),
  needs: (args) => ({ view: one("savedViews", { id: args.viewId }) }),
  decide: ({ view }, args, { actor }) => {
    if (view?.membershipId !== actor.id) return refuse("view.not_found");
    return ok(decided("savedViews", args.viewId, [remove("savedViews", view)]));
  },
});

const operators: readonly Role[] = ["officer", "officeLead", "tenantAdmin", "system"];

/** Long work 长任务 (import, plan, reassign) of several commands, with progress that others see. */
const startOperation = defineCommand({
  name: "operation.start",
  label: { zh: "开始长任务", en: "Start operation" },
  by: operators,
  args: z.object({ operationId: z.uuid(), kind: text(60), total: z.int().nonnegative() }),
  needs: (args) => ({ known: one("operations", { id: args.operationId }) }),
  decide: ({ known }, { operationId: id, kind, total }, { tenantId, actor, receivedAt }) => {
    if (known) return refuse("operation.known");
    const row = {
      ...{ tenantId, id, kind, total },
      state: "running" as const,
      done: 0,
      summary: "",
      startedByName: actor.name,
      startedAt: receivedAt,
      endedAt: null,
    };
    return ok(decided("operations", id, [insert("operations", row)]));
  },
});

/** How many of `total` are done now; sent again it changes nothing more. */
const advanceOperation = defineCommand({
  name: "operation.advance",
  label: { zh: "推进长任务", en: "Advance operation" },
  by: operators,
  args: z.object({ operationId: z.uuid(), done: z.int().nonnegative(), summary: optionalText(20_000) }),
  needs: (args) => ({ operation: one("operations", { id: args.operationId }) }),
  decide: ({ operation }, { done, summary }) => {
    if (!operation) return refuse("operation.not_found");
    if (operation.state !== "running") return refuse("operation.not_running");
    if (done < operation.done || done > operation.total) {
      return refuse("operation.progress_unfit", { done, before: operation.done, total: operation.total });
    }
    const set = { done, summary: summary ?? operation.summary };
    return ok(decided("operations", operation.id, [update("operations", operation, set)]));
  },
});

/** Done, cancelled by a person, or failed; the summary says row by row what was done. */
const endOperation = defineCommand({
  name: "operation.end",
  label: { zh: "结束长任务", en: "End operation" },
  by: operators,
  args: z.object({
    operationId: z.uuid(),
    state: z.enum(["done", "cancelled", "failed"]),
    summary: optionalText(20_000),
  }),
  needs: (args) => ({ operation: one("operations", { id: args.operationId }) }),
  decide: ({ operation }, { state, summary }, { receivedAt }) => {
    if (!operation) return refuse("operation.not_found");
    if (operation.state !== "running") return refuse("operation.not_running");
    const set = { state, summary: summary ?? operation.summary, endedAt: receivedAt };
    return ok(decided("operations", operation.id, [update("operations", operation, set)]));
  },
});

/** A day that differs from the published calendar, such as a holiday moved by notice. Correcting again replaces it. */
const correctWorkingDay = defineCommand({
  name: "workingDay.correct",
  label: { zh: "更正工作日", en: "Correct working day" },
  by: ["tenantAdmin", "officeLead", "system"],
  args: z.object({ day: localDateSchema, working: z.boolean(), reason: text(200) }),
  needs: (args) => ({ correction: one("workingDayCorrections", { day: args.day }) }),
  decide: ({ correction }, { day, working, reason }, { tenantId }) => {
    const change = correction
      ? update("workingDayCorrections", correction, { working, reason })
      : insert("workingDayCorrections", { tenantId, day, working, reason });
    return ok(decided("workingDayCorrections", day, [change]));
  },
});

export const officeCommands: readonly AnyCommand[] = [
  saveView,
  removeView,
  startOperation,
  advanceOperation,
  endOperation,
  correctWorkingDay,
];
