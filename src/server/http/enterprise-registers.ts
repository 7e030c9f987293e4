// The enterprises' registers over HTTP: the ledger and the ledger as a sheet.
import type { FastifyInstance } from "fastify";
import { exportRegisters, listRegisters, type RegisterRow } from "#api/enterprise-registers.ts";
import { dayOf, type LocalDate } from "#domain/calendar/local-date.ts";
import { dueSourceLabels, sayRegisterDue } from "#domain/registers/due.ts";
import { registerKindRules, varietyLabel } from "#domain/registers/kinds.ts";
import { asActor } from "../db/transaction.ts";
import { countRegisters, REGISTER_PAGE, readRegisters, registerChoices } from "../queries/enterprise-registers.ts";
import type { Services } from "../server-parts.ts";
import { registerMember } from "./register.ts";
import { answerSheet, MOST_SHEET_ROWS } from "./sheet-answer.ts";

const readOnly = { readOnly: true };

export function registerEnterpriseRegisters(app: FastifyInstance, services: Services): void {
  registerMember(app, services, listRegisters, ({ actor, tenantId, query }) => {
    const { page, ...filter } = query;
    const day = dayOf(services.clock.now());
    const slice = { limit: REGISTER_PAGE, offset: (page - 1) * REGISTER_PAGE };
    return asActor(
      services.database,
      tenantId,
      actor,
      async (tx) => ({
        ...{ day, page, pageSize: REGISTER_PAGE },
        ...(await readRegisters(tx, day, filter, slice)),
        counts: await countRegisters(tx, day, filter),
        ...(await registerChoices(tx, filter.enterprise)),
      }),
      readOnly,
    );
  });
  registerMember(app, services, exportRegisters, async ({ actor, tenantId, query, reply }) => {
    const day = dayOf(services.clock.now());
    const slice = { limit: MOST_SHEET_ROWS, offset: 0 };
    const read = await asActor(
      services.database,
      tenantId,
      actor,
      (tx) => readRegisters(tx, day, query, slice),
      readOnly,
    );
    return answerSheet(reply, `企业台账${day}.xlsx`, {
      sheetName: "企业台账",
      columns: sheetColumns,
      rows: read.rows.map((row) => sheetRow(row, day)),
    });
  });
}

const sheetColumns = [
  { header: "企业", width: 30 },
  { header: "村（社区）", width: 14 },
  { header: "台账", width: 14 },
  { header: "种类", width: 20 },
  { header: "内容", width: 34 },
  { header: "编号", width: 20 },
  { header: "人数", width: 8, format: "integer" as const },
  { header: "办理", width: 12 },
  { header: "下次或到期", width: 12 },
  { header: "还剩几天", width: 14 },
  { header: "日期从哪来", width: 22 },
  { header: "谁记的", width: 20 },
  { header: "代记", width: 8 },
  { header: "备注", width: 30 },
];

function sheetRow(row: RegisterRow, day: LocalDate) {
  return [
    ...[row.enterpriseName, row.communityName, registerKindRules[row.kind].label.zh],
    ...[varietyLabel(row.kind, row.variety).zh, row.subject, row.number, row.headcount, row.happenedOn],
    ...[row.dueOn, sayRegisterDue(row, day).word.zh, dueSourceLabels[row.dueSource].zh],
    ...[row.enteredByName, row.onBehalf ? "是" : "", row.note],
  ];
}
