// What `--sabotage` does to each rule, in words; who does it stands beside the act itself.
import { BREAKABLE, type Breakable } from "./world.ts";

export interface Sabotage {
  /** omitted: a person leaves something out. tampered: the server refuses it, so a hand reaches into the tables. */
  readonly by: "omitted" | "tampered";
  readonly what: string;
}

export const SABOTAGES: Readonly<Record<Breakable, Sabotage>> = {
  R1: { by: "omitted", what: "one enterprise that is served stands in no contract" },
  R2: { by: "omitted", what: "the agency holds no talk and no training" },
  R3: { by: "omitted", what: "an enterprise on ground (b) is left out of the scope" },
  R4: { by: "omitted", what: "an enterprise that owes standardization is never graded" },
  R5: { by: "omitted", what: "one inspection ticks a single item beside what it found" },
  R6: { by: "omitted", what: "one report is never released" },
  R7: { by: "tampered", what: "the clauses of one hazard are deleted" },
  R8: { by: "tampered", what: "one visit no longer says who accompanied" },
  R9: { by: "omitted", what: "one hazard is closed early, on a photo that never comes" },
  R10: { by: "omitted", what: "one enterprise's third period is skipped" },
  R12: { by: "tampered", what: "one due date is moved by five days without an extension" },
  R13: { by: "omitted", what: "one enterprise has no emergency plan" },
  R14: { by: "omitted", what: "in May nobody is told what is due, and nothing climbs" },
  R18: { by: "omitted", what: "a major hazard that is closed is never delisted" },
};

export function isBreakable(rule: string): rule is Breakable {
  return BREAKABLE.some((one) => one === rule);
}
