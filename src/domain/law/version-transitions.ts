// What may be done to a version of a law, in which state, by whom. An import makes it: released where the instrument is new,
// pending beside versions that are known.
import type { InstrumentVersions } from "../rows.generated.ts";
import type { TransitionRow } from "../visit/transition-row.ts";

type VersionState = InstrumentVersions["state"];
export type VersionCommand = "law.release" | "law.reject" | "law.amend" | "law.checkText";

export const versionTransitions: readonly TransitionRow<VersionCommand, VersionState>[] = [
  {
    command: "law.release",
    from: ["pending"],
    to: "released",
    by: ["lawEditor", "system"],
    requires: { zh: "施行日、文号、每一条的去向", en: "First day, number, where each article went" },
  },
  {
    command: "law.reject",
    from: ["pending"],
    to: "rejected",
    by: ["lawEditor"],
    requires: { zh: "原因", en: "A reason" },
  },
  {
    command: "law.amend",
    from: ["pending", "released"],
    to: null,
    by: ["lawEditor"],
    requires: { zh: "出处；各版本先后不变", en: "Where it stands; the order of versions stays" },
  },
  {
    command: "law.checkText",
    from: ["pending", "released"],
    to: null,
    by: ["lawEditor"],
    requires: { zh: "有条文；与哪里核对的", en: "A text, and what it was compared with" },
  },
];
