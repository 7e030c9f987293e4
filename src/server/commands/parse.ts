// Reads the exact texts of a request before any transaction begins. Equality of commands is equality of these bytes.
import { hash } from "node:crypto";
import { findCommand } from "#domain/commands.ts";
import { type AnyCommand, type CommandEnvelope, commandEnvelopeSchema } from "#domain/kernel/command.ts";
import type { Problem } from "#domain/kernel/result.ts";

/** The newest envelope version this server reads. */
const ENVELOPE_VERSION = 1;

export interface ParsedCommand {
  readonly envelope: CommandEnvelope;
  readonly text: string;
  readonly textHash: Buffer;
  readonly definition: AnyCommand;
  /** Parsed arguments, or what is wrong with their shape. */
  readonly args: { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly detail: string };
}

export interface ParsedRequest {
  readonly commands: readonly ParsedCommand[];
  readonly stopped?: Problem;
}

/** Parses until the first text that cannot be given an outcome; those after it are left undecided. */
export function parseCommands(texts: readonly string[]): ParsedRequest {
  const commands: ParsedCommand[] = [];
  for (const text of texts) {
    const parsed = parseOne(text);
    if ("code" in parsed) return { commands, stopped: parsed };
    const first = commands[0]?.envelope;
    if (first && !isSameBatch(first, parsed.envelope))
      return { commands, stopped: { code: "request.mixed", params: {} } };
    commands.push(parsed);
  }
  return { commands };
}

/** One transaction is one tenant, one membership, and acts of one visit. */
function isSameBatch(a: CommandEnvelope, b: CommandEnvelope): boolean {
  return (
    a.tenant === b.tenant &&
    (a.membership ?? null) === (b.membership ?? null) &&
    (a.visit ?? null) === (b.visit ?? null)
  );
}

function parseOne(text: string): ParsedCommand | Problem {
  const json = parseJson(text);
  if (json === undefined) return { code: "command.not_json", params: {} };
  const envelope = commandEnvelopeSchema.safeParse(json);
  if (!envelope.success)
    return { code: "command.bad_envelope", params: { field: pathOf(envelope.error.issues[0]?.path) } };
  if (envelope.data.v > ENVELOPE_VERSION) return { code: "command.unknown_version", params: { v: envelope.data.v } };
  const definition = findCommand(envelope.data.name);
  if (!definition) return { code: "command.unknown_name", params: { name: envelope.data.name } };
  const args = definition.args.safeParse(envelope.data.args);
  const issue = args.success ? undefined : args.error.issues[0];
  return {
    envelope: envelope.data,
    text,
    textHash: hash("sha256", text, "buffer"),
    definition,
    args: args.success ? { ok: true, value: args.data } : { ok: false, detail: pathOf(issue?.path) },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function pathOf(path: readonly PropertyKey[] | undefined): string {
  return path?.map(String).join(".") || "args";
}
