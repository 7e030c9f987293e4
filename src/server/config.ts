// Configuration by environment, checked once at start. The README's table is this list.
import { delimiter } from "node:path";
import { z } from "zod";
import { loadFonts, parseFontList } from "./documents/fonts.ts";

const configSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().default("127.0.0.1"),
  PUBLIC_URL: z.url().optional(),
  TRUST_PROXY: z.stringbool().default(false),
  BIHUAN_DATA: z.string().default("./data"),
  DATABASE_URL: z.string().startsWith("postgres").optional(),
  DATABASE_OWNER_URL: z.string().startsWith("postgres").optional(),
  BIHUAN_PRIVATE_TARGETS: z.string().default(""),
  BIHUAN_SUGGESTIONS: z.string().min(1).optional(),
  BIHUAN_FONTS: z.string().default("").transform(readFonts),
});

/** The font files of the list; one that cannot be printed with is named at start and not at the first document. */
function readFonts(list: string, context: z.core.$RefinementCtx<string>): readonly string[] {
  try {
    const paths = parseFontList(list, delimiter);
    if (paths.length > 0) loadFonts(paths);
    return paths;
  } catch (error) {
    context.addIssue({ code: "custom", message: error instanceof Error ? error.message : String(error) });
    return z.NEVER;
  }
}

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string | undefined;
  readonly trustProxy: boolean;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly databaseOwnerUrl: string | undefined;
  /** 'host' or 'host:port' of private addresses messages may go to. */
  readonly privateTargets: ReadonlySet<string>;
  /** Font files of the customer's for printed documents. */
  readonly extraFonts: readonly string[];
  /** Module that answers suggestions in the place of our ranker. */
  readonly suggestions: string | undefined;
}

/** Reads the environment; throws one sentence a variable that is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = configSchema.safeParse(environment);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`Configuration is wrong.\n${lines.join("\n")}`);
  }
  const env = parsed.data;
  if (Boolean(env.DATABASE_URL) !== Boolean(env.DATABASE_OWNER_URL) && !env.DATABASE_URL)
    throw new Error("DATABASE_OWNER_URL is set but DATABASE_URL is not: name the application role's connection too.");
  return {
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL,
    trustProxy: env.TRUST_PROXY,
    dataDir: env.BIHUAN_DATA,
    databaseUrl: env.DATABASE_URL,
    databaseOwnerUrl: env.DATABASE_OWNER_URL,
    privateTargets: new Set(env.BIHUAN_PRIVATE_TARGETS.split(",").flatMap((one) => one.trim() || [])),
    extraFonts: env.BIHUAN_FONTS,
    suggestions: env.BIHUAN_SUGGESTIONS,
  };
}
