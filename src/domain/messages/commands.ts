// Setting up what is told: channels, templates, quiet hours, and each person's own address. Secrets never pass a command:
// a command is journaled for good.
import { z } from "zod";
import type { Role } from "../access/roles.ts";
import { decided, insert, update } from "../kernel/change.ts";
import { type AnyCommand, defineCommand, one } from "../kernel/command.ts";
import { ok, refuse } from "../kernel/result.ts";
import { text } from "../kernel/text.ts";
import { grantedRoles } from "../organization/membership-scope.ts";
import { channelKinds, channelSettings } from "./channels.ts";
import { messageEvents } from "./events.ts";
import { checkTemplate } from "./template.ts";

/** Who sets up how people are told; also who reads what became of each message. */
export const messageKeepers: readonly Role[] = ["tenantAdmin", "officeLead"];

/** A channel as it is from now on; sending it again replaces it. Its kind stays. */
const setChannel = defineCommand({
  name: "messageChannel.set",
  label: { zh: "设消息渠道", en: "Set message channel" },
  by: messageKeepers,
  args: z.object({
    channelId: z.uuid(),
    kind: z.enum(channelKinds),
    name: text(40),
    settings: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    events: z.array(z.enum(messageEvents)).max(messageEvents.length),
    active: z.boolean(),
  }),
  needs: (args) => ({ known: one("messageChannels", { id: args.channelId }) }),
  decide: ({ known }, args, { tenantId, actor, receivedAt }) => {
    if (known && known.kind !== args.kind) return refuse("message.channel_kind_stays");
    const settings = channelSettings[args.kind].safeParse(args.settings);
    if (!settings.success) {
      const [issue] = settings.error.issues;
      return refuse("message.channel_settings", { field: issue?.path.join(".") ?? "", detail: issue?.message ?? "" });
    }
    const set = {
      ...{ name: args.name, active: args.active },
      settings: JSON.stringify(settings.data),
      events: JSON.stringify([...new Set(args.events)]),
      ...{ updatedAt: receivedAt, updatedByName: actor.name },
    };
    const change = known
      ? update("messageChannels", known, set)
      : insert("messageChannels", { tenantId, id: args.channelId, kind: args.kind, ...set });
    return ok(decided("messageChannels", args.channelId, [change]));
  },
});

/** An event's wording in the tenant's own words. */
const setTemplate = defineCommand({
  name: "messageTemplate.set",
  label: { zh: "改消息模板", en: "Set message template" },
  by: messageKeepers,
  args: z.object({ event: z.enum(messageEvents), body: text(500) }),
  needs: (args) => ({ known: one("messageTemplates", { event: args.event }) }),
  decide: ({ known }, { event, body }, { tenantId, actor, receivedAt }) => {
    const checked = checkTemplate(event, body);
    if (!checked.ok) return checked;
    const set = { body, updatedAt: receivedAt, updatedByName: actor.name };
    const change = known
      ? update("messageTemplates", known, set)
      : insert("messageTemplates", { tenantId, event, ...set });
    return ok(decided("messageTemplates", event, [change]));
  },
});

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** One row a tenant. */
export const MESSAGE_RULES = "rules";

const setRules = defineCommand({
  name: "messageRules.set",
  label: { zh: "设免打扰", en: "Set quiet hours" },
  by: messageKeepers,
  args: z.object({ quietFrom: clock, quietTo: clock, digestMinutes: z.int().min(0).max(1440) }),
  needs: () => ({ known: one("messageRules", { id: MESSAGE_RULES }) }),
  decide: ({ known }, args, { tenantId }) => {
    const change = known
      ? update("messageRules", known, args)
      : insert("messageRules", { tenantId, id: MESSAGE_RULES, ...args });
    return ok(decided("messageRules", MESSAGE_RULES, [change]));
  },
});

/** The own e-mail and phone; left empty nothing is sent there. */
const setContact = defineCommand({
  name: "messageContact.set",
  label: { zh: "填收消息的地址", en: "Set own addresses" },
  by: grantedRoles.filter((role) => role !== "auditor"),
  args: z.object({
    email: z.email().max(200).nullable(),
    phone: z
      .string()
      .regex(/^\+?\d[\d-]{5,19}$/)
      .nullable(),
  }),
  needs: (_args, { actor }) => ({ known: one("messageContacts", { membershipId: actor.id }) }),
  decide: ({ known }, args, { tenantId, actor }) => {
    const change = known
      ? update("messageContacts", known, args)
      : insert("messageContacts", { tenantId, membershipId: actor.id, ...args });
    return ok(decided("messageContacts", actor.id, [change]));
  },
});

export const messageCommands: readonly AnyCommand[] = [setChannel, setTemplate, setRules, setContact];
