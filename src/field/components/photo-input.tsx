// The system camera or the album behind an ordinary file input: no permission to ask, full quality, works everywhere.
import { type ReactNode, useState } from "react";
import { Icon } from "#ui/icon.tsx";
import { whyNoPhoto } from "../photo/photo-refusal.ts";
import { type TakenPhoto, takePhoto } from "../photo/take-photo.ts";

interface PhotoInputProps {
  readonly source: TakenPhoto["source"];
  readonly className: string;
  readonly label: string;
  readonly children: ReactNode;
  readonly onTaken: (photo: TakenPhoto) => void;
  readonly onFailed: (why: string) => void;
}

export function PhotoInput({ source, className, label, children, onTaken, onFailed }: PhotoInputProps) {
  const [busy, setBusy] = useState(false);
  async function take(file: File | undefined) {
    if (!file) return;
    setBusy(true);
    try {
      onTaken(await takePhoto(file, source));
    } catch (error) {
      console.warn("no photo", error);
      onFailed(await whyNoPhoto(file));
    } finally {
      setBusy(false);
    }
  }
  return (
    <label className={`file ${className}`} aria-busy={busy}>
      {busy ? <Icon name="clock" /> : null}
      {busy ? "正在存照片" : children}
      <input
        type="file"
        accept="image/*"
        aria-label={label}
        {...(source === "camera" ? { capture: "environment" as const } : {})}
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
    </label>
  );
}
