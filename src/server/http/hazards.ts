// Hazards over HTTP: the list, the list as a sheet, the page of one.
import type { FastifyInstance } from "fastify";
import { exportHazards, getHazard, type HazardRow, listHazards } from "#api/hazards.ts";
import { listSamePhotos } from "#api/same-photos.ts";
import { dayOf, daysBetween, type LocalDate } from "#domain/calendar/local-date.ts";
import { holderLabels, severityLabels, statusLabels } from "#domain/hazard/labels.ts";
import { layeredLibrary } from "#domain/law/catalogue/layer.ts";
import { FAMILY_LABELS } from "#domain/law/labels.ts";
import { asActor } from "../db/transaction.ts";
import { readLayer } from "../library/tenant-layer.ts";
import { findHazardPage } from "../queries/hazard-page.ts";
import { HAZARD_PAGE, hazardChoices, readHazards } from "../queries/hazards.ts";
import { samePhotosFor } from "../queries/same-photos.ts";
import type { Services } from "../server-parts.ts";
import { notFound } from "./problems.ts";
import { registerMember } from "./register.ts";
import { answerSheet, MOST_SHEET_ROWS } from "./sheet-answer.ts";

const readOnly = { readOnly: true };

export function registerHazards(app: FastifyInstance, services: Services): void {
  registerMember(app, services, listHazards, ({ actor, tenantId, query }) => {
    const { sort, page, ...filter } = query;
    const day = dayOf(services.clock.now());
    const slice = { sort, limit: HAZARD_PAGE, offset: (page - 1) * HAZARD_PAGE };
    return asActor(
      services.database,
      tenantId,
      actor,
      async (tx) => {
        const list = await readHazards(tx, day, filter, slice);
        return { day, page, pageSize: HAZARD_PAGE, ...list, ...(await hazardChoices(tx, filter.enterprise)) };
      },
      readOnly,
    );
  });
  registerMember(app, services, exportHazards, async ({ actor, tenantId, query, reply }) => {
    const { sort, ...filter } = query;
    const day = dayOf(services.clock.now());
    const slice = { sort, limit: MOST_SHEET_ROWS, offset: 0 };
    const { rows } = await asActor(
      services.database,
      tenantId,
      actor,
      (tx) => readHazards(tx, day, filter, slice),
      readOnly,
    );
    return answerSheet(reply, `隐患${day}.xlsx`, {
      sheetName: "隐患",
      columns: sheetColumns,
      rows: rows.map((row) => sheetRow(row, day)),
    });
  });
  registerMember(app, services, getHazard, async ({ actor, tenantId, params }) => {
    const day = dayOf(services.clock.now());
    const { library } = await services.library();
    const found = await asActor(
      services.database,
      tenantId,
      actor,
      async (tx) => findHazardPage(tx, params.id, day, layeredLibrary(library, await readLayer(tx))),
      readOnly,
    );
    if (!found) throw notFound();
    return found;
  });
  registerMember(app, services, listSamePhotos, async ({ actor, tenantId, params }) => {
    const photos = await samePhotosFor(services, { actor, tenantId }, params.id);
    if (!photos) throw notFound();
    return { photos: [...photos] };
  });
}

const sheetColumns = [
  { header: "隐患编号", width: 18 },
  { header: "隐患", width: 40 },
  { header: "部位", width: 18 },
  { header: "企业", width: 30 },
  { header: "村（社区）", width: 14 },
  { header: "机构", width: 24 },
  { header: "类别", width: 20 },
  { header: "小类", width: 14 },
  { header: "严重程度", width: 16 },
  { header: "状态", width: 14 },
  { header: "在谁手上", width: 14 },
  { header: "从哪天起", width: 12 },
  { header: "期限", width: 12 },
  { header: "余天（负数是逾期）", width: 18, format: "integer" as const },
  { header: "查出", width: 12 },
  { header: "销号", width: 12 },
];

function sheetRow(row: HazardRow, day: LocalDate) {
  return [
    ...[row.number, row.description, row.place, row.enterpriseName, row.communityName, row.agencyName],
    ...[FAMILY_LABELS[row.family].zh, row.category, severityLabels[row.severity].zh, statusLabels[row.status].zh],
    ...[holderLabels[row.holder].zh, row.heldSince, row.dueOn, row.dueOn && daysBetween(day, row.dueOn)],
    ...[row.foundOn, row.closedOn],
  ];
}
