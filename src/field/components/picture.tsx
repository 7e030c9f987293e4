// The picture of a photo slot: this phone's own copy, or the one kept from the server; a drawing while it is on another phone.
import { useEffect, useState } from "react";
import type { Row } from "#domain/kernel/entities.ts";
import { Icon } from "#ui/icon.tsx";
import { useField } from "../app/field-context.ts";
import { useLive } from "../app/use-live.ts";
import type { KeptPicture } from "../store/field-database.ts";

/** An address for a blob, taken back when it is not shown any more. */
export function useBlobUrl(blob: Blob | undefined): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!blob) return setUrl(undefined);
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
}

export function useSlotUrl(scope: string, slot: Row<"photoSlots"> | undefined): string | undefined {
  const { db } = useField();
  const blob = useLive(async () => {
    if (!slot) return undefined;
    const own = await db.photos
      .where("slotId")
      .equals(slot.id)
      .and((one) => one.kind === "working")
      .first();
    const kept: KeptPicture | undefined = await db.pictures.get([scope, slot.id]);
    return own?.blob ?? kept?.blob;
  }, [db, scope, slot?.id]);
  return useBlobUrl(blob);
}

interface ThumbProps {
  readonly scope: string;
  readonly slot: Row<"photoSlots"> | undefined;
  readonly alt: string;
}

export function Thumb({ scope, slot, alt }: ThumbProps) {
  const url = useSlotUrl(scope, slot);
  if (url) return <img className="thumb" src={url} alt={alt} />;
  return (
    <span className="thumb thumb--none">
      <Icon name="image" />
    </span>
  );
}

export function BlobThumb({ blob, alt }: { readonly blob: Blob; readonly alt: string }) {
  const url = useBlobUrl(blob);
  return url ? <img className="thumb" src={url} alt={alt} /> : <span className="thumb thumb--none" />;
}
