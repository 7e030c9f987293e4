// The register and the file of one enterprise over HTTP.
import type { FastifyInstance } from "fastify";
import { listFileReadings } from "#api/access-log.ts";
import { type EnterpriseRow, exportEnterprises, getEnterpriseFile, listEnterprises } from "#api/enterprises.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import { logFileRead } from "../access/access-log.ts";
import { asActor } from "../db/transaction.ts";
import { ACCESS_LOG_PAGE, readFileReadings } from "../queries/access-log.ts";
import { findEnterpriseFile } from "../queries/enterprise-file.ts";
import { REGISTER_PAGE, readRegister, registerChoices } from "../queries/enterprises.ts";
import type { Services } from "../server-parts.ts";
import { notFound } from "./problems.ts";
import { registerMember } from "./register.ts";
import { answerSheet, MOST_SHEET_ROWS } from "./sheet-answer.ts";

export function registerEnterprises(app: FastifyInstance, services: Services): void {
  registerMember(app, services, listEnterprises, ({ actor, tenantId, query }) => {
    const { sort, page, ...filter } = query;
    const day = dayOf(services.clock.now());
    const slice = { sort, limit: REGISTER_PAGE, offset: (page - 1) * REGISTER_PAGE };
    return asActor(
      services.database,
      tenantId,
      actor,
      async (tx) => {
        const { total, rows, periods } = await readRegister(tx, day, filter, slice);
        return {
          day,
          total,
          page,
          pageSize: REGISTER_PAGE,
          rows,
          periods: [...periods],
          ...(await registerChoices(tx)),
        };
      },
      { readOnly: true },
    );
  });
  registerMember(app, services, exportEnterprises, async ({ actor, tenantId, query, reply }) => {
    const { sort, ...filter } = query;
    const day = dayOf(services.clock.now());
    const slice = { sort, limit: MOST_SHEET_ROWS, offset: 0 };
    const { rows } = await asActor(services.database, tenantId, actor, (tx) => readRegister(tx, day, filter, slice), {
      readOnly: true,
    });
    return answerSheet(reply, `企业${day}.xlsx`, {
      sheetName: "企业",
      columns: sheetColumns,
      rows: rows.map(sheetRow),
    });
  });
  registerMember(app, services, getEnterpriseFile, async ({ actor, tenantId, params, query }) => {
    const now = services.clock.now();
    const file = await asActor(services.database, tenantId, actor, async (tx) => {
      const found = await findEnterpriseFile(tx, params.id, dayOf(now), services.publishedDays, query.year);
      if (found) await logFileRead(tx, now, params.id);
      return found;
    });
    if (!file) throw notFound();
    return file;
  });
  registerMember(app, services, listFileReadings, ({ actor, tenantId, query }) => {
    const { page, ...filter } = query;
    return asActor(
      services.database,
      tenantId,
      actor,
      async (tx) => ({
        day: dayOf(services.clock.now()),
        ...{ page, pageSize: ACCESS_LOG_PAGE },
        ...(await readFileReadings(tx, filter, page)),
      }),
      { readOnly: true },
    );
  });
}

const sheetColumns = [
  { header: "序号", width: 8, format: "integer" },
  { header: "企业", width: 34 },
  { header: "统一社会信用代码", width: 22 },
  { header: "村（社区）", width: 14 },
  { header: "服务机构", width: 28 },
  { header: "规模", width: 8 },
  { header: "行业", width: 22 },
  { header: "主营收入（万元）", width: 16, format: "number" },
  { header: "是否应纳入", width: 12 },
  { header: "办了", width: 8, format: "integer" },
  { header: "无隐患、不需要办", width: 16, format: "integer" },
  { header: "待办", width: 8, format: "integer" },
  { header: "过期还缺", width: 10, format: "integer" },
  { header: "未销号", width: 8, format: "integer" },
  { header: "逾期", width: 8, format: "integer" },
  { header: "最近期限", width: 12 },
] as const;

const scopeWords = { in: "应纳入", out: "已移出", never: "没认定过" } as const;
const WAN_FEN = 1_000_000;

function sheetRow(row: EnterpriseRow) {
  const of = (state: EnterpriseRow["dots"][number][number]) => row.dots.flat().filter((dot) => dot === state).length;
  return [
    row.registerNo,
    row.name,
    row.creditCode,
    row.communityName,
    row.agencyName,
    row.aboveScale === null ? null : row.aboveScale ? "规上" : "规下",
    row.industry,
    row.mainRevenueFen === null ? null : row.mainRevenueFen / WAN_FEN,
    row.scope && scopeWords[row.scope],
    of("done"),
    of("nothingOpen"),
    of("owed"),
    of("gap"),
    row.openHazards,
    row.overdueHazards,
    row.nextDue,
  ];
}
