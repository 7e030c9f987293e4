// The key-hazard list as lines for a chat group, enterprise by enterprise.
import type { KeyEnterprise } from "#api/key-enterprises.ts";
import { keyGroundLabels } from "#domain/key-enterprise/labels.ts";
import { textByEnterprise } from "../../telling/by-enterprise.ts";

export function keyEnterprisesText(rows: readonly KeyEnterprise[], day: string): string {
  const lines = rows.map(({ enterpriseName, grounds, extraVisits, extraVisitsMade, openHazards }) => ({
    enterpriseName,
    text: `${grounds.map((ground) => keyGroundLabels[ground].zh).join("、")}；加查${extraVisitsMade}次，应${extraVisits}次；未销号${openHazards}条`,
  }));
  return textByEnterprise("重点隐患企业", lines, day, `${location.origin}/enterprise`);
}
