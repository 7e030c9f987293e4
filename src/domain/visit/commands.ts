// Every command on a visit, its on-site record and its photos.
import type { AnyCommand } from "../kernel/command.ts";
import { accompany } from "./accompany.ts";
import { finishVisit } from "./finish-visit.ts";
import { confirmPhotoLost, declarePhotoLost, storePhoto } from "./photos.ts";
import { recordFindings } from "./record-findings.ts";
import { serveOnSiteRecord } from "./serve-on-site-record.ts";
import { startVisit } from "./start-visit.ts";

export const visitCommands: readonly AnyCommand[] = [
  startVisit,
  accompany,
  recordFindings,
  finishVisit,
  serveOnSiteRecord,
  storePhoto,
  declarePhotoLost,
  confirmPhotoLost,
];
