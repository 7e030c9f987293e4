// The rectification form of owner and community as one command: rectification.submit with its photos.
import { cleanText } from "#domain/kernel/text.ts";
import { problemText } from "#domain/problems.ts";
import type { Services } from "../server-parts.ts";
import type { PortalForm } from "./portal-form.ts";
import { fillSlots, keepBytes, slotsOf, takePhotos } from "./portal-photos.ts";
import { commandIdOf, type Writing, type Written, writeOnce } from "./portal-write.ts";

export async function submitProof(
  services: Services,
  writing: Writing,
  hazardId: string,
  form: PortalForm,
  defaultText: string,
): Promise<Written> {
  const id = commandIdOf(form.fields);
  const photos = await takePhotos(form.photos);
  if (!photos.ok) return { result: "refused", code: photos.problem.code, text: problemText(photos.problem) };
  await keepBytes(services, writing.tenantId, photos.value);
  const fixes = fiveFixesOf(form.fields);
  const text = cleanText(form.fields.text ?? "") || defaultText;
  const argsAt = (at: string) => ({
    ...{ hazardId, text, photos: slotsOf(id, photos.value, at) },
    ...(fixes ? { fiveFixes: fixes } : {}),
  });
  const written = await writeOnce(services, writing, { id, name: "rectification.submit", argsAt });
  if (written.result === "accepted") await fillSlots(services, writing, photos.value);
  return written;
}

const FIXES = ["responsible", "measures", "time", "contingencyPlan"] as const;
const FUNDS = /^\d{1,9}(\.\d{1,2})?$/;

/** R13 as far as it was filled in; nothing at all when it was not. */
function fiveFixesOf(fields: PortalForm["fields"]): Readonly<Record<string, string | number>> | undefined {
  const texts = FIXES.flatMap((name) => {
    const text = cleanText(fields[name] ?? "");
    return text ? [[name, text] as const] : [];
  });
  const yuan = (fields.funds ?? "").replaceAll(/[,，元\s]/g, "");
  const funds = FUNDS.test(yuan) ? [["fundsFen", Math.round(Number(yuan) * 100)] as const] : [];
  const all = [...texts, ...funds];
  return all.length > 0 ? Object.fromEntries(all) : undefined;
}
