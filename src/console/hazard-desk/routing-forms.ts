// Routing to a member unit: the office names one, the unit takes it or sends it back.
import type { HazardPage } from "#api/hazards.ts";
import { type ActForm, reasonField } from "./act-form.ts";

const standing = ({ routings }: HazardPage) => routings.find(({ state }) => state !== "replaced");

export const routingForms: ReadonlyMap<string, ActForm> = new Map(
  (
    [
      {
        command: "routing.take",
        title: { zh: "接收", en: "Take over" },
        hint: {
          zh: "接收后由贵单位照看这条，整改、复查的人和期限都不变。",
          en: "Your unit looks after it; who has to act and by when stays as it is.",
        },
        fields: [{ ...reasonField, label: { zh: "说明", en: "Note" }, optional: true }],
        answers: [
          {
            label: { zh: "接收", en: "Take over" },
            said: { zh: "已接收，由贵单位照看", en: "Taken over" },
            look: "primary",
            args: ({ reason }, page) => ({ routingId: standing(page)?.id, reason: reason || null }),
          },
        ],
      },
      {
        command: "routing.sendBack",
        title: { zh: "退回安监办", en: "Send back" },
        hint: { zh: "写明为什么不归贵单位，由安监办改派。", en: "Say why; the office routes it again." },
        fields: [reasonField],
        answers: [
          {
            label: { zh: "退回安监办", en: "Send back" },
            said: { zh: "已退回，等安监办改派", en: "Sent back" },
            args: ({ reason }, page) => ({ routingId: standing(page)?.id, reason }),
          },
        ],
      },
      {
        command: "hazard.route",
        title: { zh: "派给成员单位", en: "Route to a member unit" },
        hint: {
          zh: "成员单位在持有人旁边照看，整改、复查的人和期限都不变。",
          en: "The unit looks after it beside its holder.",
        },
        fields: [
          {
            name: "unitId",
            kind: "choice",
            label: { zh: "派给谁", en: "To which unit" },
            options: ({ units }) => units.map(({ id, name }) => ({ value: id, label: { zh: name, en: name } })),
          },
          reasonField,
        ],
        answers: [
          {
            label: { zh: "派过去", en: "Route" },
            said: { zh: "已派给成员单位", en: "Routed" },
            look: "primary",
            args: ({ unitId, reason }) => ({ unitId, reason }),
          },
        ],
      },
    ] satisfies readonly ActForm[]
  ).map((form) => [form.command, form]),
);
