// The state of one import of paper hazards: the kept sheet, its photos, what was chosen, what it would do, and the operation.
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import type { z } from "zod";
import {
  type PaperChoices,
  type PaperPreview,
  postPaperList,
  postPaperPhotos,
  postPaperPreview,
  postPaperRefused,
  postPaperSave,
} from "#api/hazard-imports.ts";
import { addressOf, call } from "../../request/api-client.ts";
import { failureText } from "../../request/failures.ts";
import { newId } from "../../request/send-command.ts";
import { downloadSheet, sendBytes } from "./send-bytes.ts";

type Kept = z.output<typeof postPaperPhotos.response>;

interface Sending {
  readonly done: number;
  readonly total: number;
}

export function usePaperImport() {
  const [sha256, setSha256] = useState<string>();
  const [choices, setChoices] = useState<PaperChoices>({ fileName: "表", fields: {}, photos: [] });
  const [unread, setUnread] = useState<Kept["refused"]>([]);
  const [sending, setSending] = useState<Sending>();
  const [operationId, setOperationId] = useState<string>();
  const { message } = App.useApp();
  const tell = (error: unknown) => void message.error({ content: failureText(error), duration: 8 });
  const params = { sha256: sha256 ?? "" };
  const upload = useMutation({
    mutationFn: async (file: File) => {
      const kept = postPaperList.response.parse(await sendBytes(postPaperList.path, file));
      setChoices({ fileName: file.name.slice(0, 160), fields: {}, photos: [] });
      setUnread([]);
      setSha256(kept.sha256);
    },
  });
  const preview = useQuery({
    queryKey: ["paper", sha256, choices],
    enabled: sha256 !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }): Promise<PaperPreview> => call(postPaperPreview, { params, body: choices, signal }),
  });
  const save = useMutation({
    mutationFn: async () => {
      const id = newId();
      await call(postPaperSave, { params, body: { ...choices, operationId: id } });
      setOperationId(id);
    },
    onError: tell,
  });
  /** One after another: a slow line is not asked for all of them at once. */
  async function sendPhotos(files: readonly File[]) {
    for (const [index, file] of files.entries()) {
      setSending({ done: index, total: files.length });
      try {
        const answer = await sendBytes(addressOf(postPaperPhotos, { query: { name: file.name } }), file);
        const { kept, refused } = postPaperPhotos.response.parse(answer);
        setChoices((before) => ({ ...before, photos: merged(before.photos, kept) }));
        setUnread((before) => [...before, ...refused]);
      } catch (error) {
        setUnread((before) => [...before, { name: file.name, reason: failureText(error) }]);
      }
    }
    setSending(undefined);
  }
  return {
    isChosen: sha256 !== undefined,
    ...{ choices, unread, sending, operationId, sendPhotos },
    preview: preview.data,
    checking: preview.isFetching,
    failure: preview.error ?? upload.error ?? undefined,
    uploading: upload.isPending,
    saving: save.isPending,
    upload: (file: File) => upload.mutateAsync(file),
    save: () => save.mutateAsync(),
    choose: (change: Partial<PaperChoices>) => setChoices((before) => ({ ...before, ...change })),
    downloadRefused: () => downloadSheet(addressOf(postPaperRefused, { params }), choices, "没收的行.xlsx").catch(tell),
    restart() {
      setSha256(undefined);
      setOperationId(undefined);
      setUnread([]);
      upload.reset();
    },
  };
}

/** A photo sent again under the same name replaces the one before. */
function merged(before: PaperChoices["photos"], kept: Kept["kept"]): PaperChoices["photos"] {
  return [...new Map([...before, ...kept].map((photo) => [photo.name, photo])).values()];
}

export type PaperWork = ReturnType<typeof usePaperImport>;
