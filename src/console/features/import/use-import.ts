// The state of one import: the kept file, what was chosen about it, what it would do, and the operation that saves it.
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import {
  type ImportChoices,
  type ImportPreview,
  postImport,
  postImportPreview,
  postImportRefused,
  postImportSave,
} from "#api/imports.ts";
import { addressOf, call } from "../../request/api-client.ts";
import { failureText } from "../../request/failures.ts";
import { newId } from "../../request/send-command.ts";
import { downloadSheet, sendBytes } from "./send-bytes.ts";

export interface ImportFile {
  readonly sha256: string;
  readonly name: string;
}

const nothing: ImportChoices = { repairs: [], dropped: [], newCommunities: [] };

export function useImport() {
  const [file, setFile] = useState<ImportFile>();
  const [choices, setChoices] = useState<ImportChoices>(nothing);
  const [operationId, setOperationId] = useState<string>();
  const { message } = App.useApp();
  const tell = (error: unknown) => void message.error({ content: failureText(error), duration: 8 });
  const upload = useMutation({
    mutationFn: sendFile,
    onSuccess: (kept) => {
      setChoices(nothing);
      setFile(kept);
    },
  });
  const preview = useQuery({
    queryKey: ["import", file?.sha256, choices],
    enabled: file !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }): Promise<ImportPreview> =>
      call(postImportPreview, { params: { sha256: file?.sha256 ?? "" }, body: choices, signal }),
  });
  const save = useMutation({
    mutationFn: async () => {
      const id = newId();
      await call(postImportSave, { params: { sha256: file?.sha256 ?? "" }, body: { ...choices, operationId: id } });
      return id;
    },
    onSuccess: setOperationId,
    onError: tell,
  });
  return {
    file,
    choices,
    operationId,
    preview: preview.data,
    checking: preview.isFetching,
    failure: preview.error ?? upload.error ?? undefined,
    uploading: upload.isPending,
    saving: save.isPending,
    upload: (chosen: File) => upload.mutateAsync(chosen),
    save: () => save.mutateAsync(),
    choose: (change: Partial<ImportChoices>) => setChoices((before) => ({ ...before, ...change })),
    /** A cell mended in place; the same cell again replaces what was typed before. */
    repair(row: number, field: ImportChoices["repairs"][number]["field"], value: string) {
      setChoices((before) => ({
        ...before,
        repairs: [...before.repairs.filter((one) => one.row !== row || one.field !== field), { row, field, value }],
      }));
    },
    drop: (row: number) => setChoices((before) => ({ ...before, dropped: [...before.dropped, row] })),
    downloadRefused: () =>
      downloadSheet(
        addressOf(postImportRefused, { params: { sha256: file?.sha256 ?? "" } }),
        choices,
        "没收的行.xlsx",
      ).catch(tell),
    restart() {
      setFile(undefined);
      setChoices(nothing);
      setOperationId(undefined);
      upload.reset();
    },
  };
}

export type ImportWork = ReturnType<typeof useImport>;

async function sendFile(chosen: File): Promise<ImportFile> {
  const kept = postImport.response.parse(await sendBytes(postImport.path, chosen));
  return { sha256: kept.sha256, name: chosen.name };
}
