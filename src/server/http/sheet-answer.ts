// Answers a list as an Excel sheet to be saved under a Chinese name.
import type { FastifyReply } from "fastify";
import { type SheetToWrite, writeSheet } from "../files/spreadsheet.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Most rows of one sheet; a longer list is cut to its first rows by the caller's query. */
export const MOST_SHEET_ROWS = 20_000;

export async function answerSheet(reply: FastifyReply, fileName: string, sheet: SheetToWrite): Promise<FastifyReply> {
  const bytes = await writeSheet(sheet);
  return reply
    .header("content-disposition", `attachment; filename="list.xlsx"; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    .header("cache-control", "no-store")
    .type(XLSX)
    .send(Buffer.from(bytes));
}
