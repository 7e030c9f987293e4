// The work list over HTTP, as rows and as a sheet.
import type { FastifyInstance } from "fastify";
import { exportWorkItems, listWorkItems, type WorkItem } from "#api/work-items.ts";
import { workHolderLabels, workKindLabels } from "#api/work-labels.ts";
import { dayOf, daysBetween, type LocalDate } from "#domain/calendar/local-date.ts";
import { severityLabels } from "#domain/hazard/labels.ts";
import { asActor } from "../db/transaction.ts";
import { communitiesOf } from "../queries/scheme-on-day.ts";
import { readWorkItems, WORK_PAGE } from "../queries/work-items.ts";
import type { Services } from "../server-parts.ts";
import { registerMember } from "./register.ts";
import { answerSheet, MOST_SHEET_ROWS } from "./sheet-answer.ts";

const readOnly = { readOnly: true };

export function registerWorkItems(app: FastifyInstance, services: Services): void {
  registerMember(app, services, listWorkItems, ({ actor, tenantId, query }) => {
    const { sort, page, ...filter } = query;
    const day = dayOf(services.clock.now());
    const slice = { sort, limit: WORK_PAGE, offset: (page - 1) * WORK_PAGE };
    return asActor(
      services.database,
      tenantId,
      actor,
      async (tx) => {
        const list = await readWorkItems(tx, day, filter, slice);
        return { day, page, pageSize: WORK_PAGE, ...list, communities: await communitiesOf(tx) };
      },
      readOnly,
    );
  });
  registerMember(app, services, exportWorkItems, async ({ actor, tenantId, query, reply }) => {
    const { sort, ...filter } = query;
    const day = dayOf(services.clock.now());
    const slice = { sort, limit: MOST_SHEET_ROWS, offset: 0 };
    const { items } = await asActor(
      services.database,
      tenantId,
      actor,
      (tx) => readWorkItems(tx, day, filter, slice),
      readOnly,
    );
    return answerSheet(reply, `待办${day}.xlsx`, {
      sheetName: "待办",
      columns: [
        { header: "要办什么", width: 14 },
        { header: "事由", width: 40 },
        { header: "编号", width: 18 },
        { header: "企业", width: 30 },
        { header: "村（社区）", width: 14 },
        { header: "严重程度", width: 16 },
        { header: "在谁手上", width: 14 },
        { header: "从哪天起", width: 12 },
        { header: "期限", width: 12 },
        { header: "余天（负数是逾期）", width: 18, format: "integer" },
      ],
      rows: items.map((item) => sheetRow(item, day)),
    });
  });
}

function sheetRow(item: WorkItem, day: LocalDate) {
  const due = item.dueOn ?? item.enterpriseDue;
  return [
    workKindLabels[item.kind].zh,
    item.title,
    item.number,
    item.enterpriseName,
    item.communityName,
    item.severity && severityLabels[item.severity].zh,
    workHolderLabels[item.holder].zh,
    item.since,
    due,
    due && daysBetween(day, due),
  ];
}
