// An uploaded Excel list of enterprises.
import { refuseByFileSize, spreadsheetLimits } from "../files/spreadsheet.ts";
import type { KeptKind } from "./kept-file.ts";

export const UPLOADED_LIST: KeptKind = {
  mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  mostBytes: spreadsheetLimits.fileBytes,
  refuseBySize: refuseByFileSize,
};
