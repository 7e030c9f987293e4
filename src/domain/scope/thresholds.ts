// The money thresholds of a scheme (R3, R4). They are the scheme's data: rules take them as an argument.
import type { Schemes } from "../rows.generated.ts";

/** Main-business revenue a year, in fen; "from" means the threshold itself counts. */
export type ScopeThresholds = Readonly<
  Pick<Schemes, "aboveScaleRevenueFen" | "inScopeRevenueFen" | "standardizationRevenueFen">
>;

const YUAN_FEN = 100;

/** What a new scheme starts with: 20,000,000 yuan (national statistics' line), 1,000,000 and 10,000,000 (the subdistrict's own). */
export const defaultThresholds: ScopeThresholds = {
  aboveScaleRevenueFen: 20_000_000 * YUAN_FEN,
  inScopeRevenueFen: 1_000_000 * YUAN_FEN,
  standardizationRevenueFen: 10_000_000 * YUAN_FEN,
};

/**
 * From which revenue the national statistics call other trades above scale, in fen. Never used to decide:
 * only to ask a person to look again.
 */
export const tradeScaleHintFen = {
  wholesale: 20_000_000 * YUAN_FEN,
  retail: 5_000_000 * YUAN_FEN,
  catering: 2_000_000 * YUAN_FEN,
} as const;
