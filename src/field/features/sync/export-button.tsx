// The last resort: everything unsent as one file, to be handed over by cable or chat when this phone cannot send.
import { useState } from "react";
import { Icon } from "#ui/icon.tsx";
import { useField } from "../../app/field-context.ts";
import { correctedNow } from "../../store/device.ts";
import type { FieldDatabase } from "../../store/field-database.ts";

export function ExportButton() {
  const { db, holder } = useField();
  const [busy, setBusy] = useState(false);
  async function save() {
    setBusy(true);
    const file = await unsentFile(db, holder.accountId);
    const url = URL.createObjectURL(file);
    const link = document.createElement("a");
    link.href = url;
    link.download = `未送出-${holder.displayName}-${correctedNow().slice(0, 10)}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
    setBusy(false);
  }
  return (
    <button type="button" className="btn btn--wide" disabled={busy} onClick={() => void save()}>
      <Icon name="download" />
      {busy ? "正在导出" : "导出成文件，换手机用"}
    </button>
  );
}

/** Exact command texts and photos, in the order of acting. */
async function unsentFile(db: FieldDatabase, accountId: string): Promise<Blob> {
  const commands = await db.commands.where("state").anyOf(["waiting", "refused", "conflict"]).sortBy("n");
  const photos = await db.photos.where("state").anyOf(["waiting", "refused"]).toArray();
  const packed = await Promise.all(
    photos.map(async ({ sha256, tenantId, kind, slotId, commandId, blob }) => ({
      sha256,
      tenantId,
      kind,
      slotId,
      commandId,
      type: blob.type,
      base64: await base64Of(blob),
    })),
  );
  const content = {
    format: "bihuan-field-unsent",
    version: 1,
    accountId,
    writtenAt: correctedNow(),
    commands: commands.map(({ id, state, text, problem }) => ({ id, state, text, problem })),
    photos: packed,
  };
  return new Blob([JSON.stringify(content)], { type: "application/json" });
}

function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(new Error("the photo could not be read"));
    reader.readAsDataURL(blob);
  });
}
