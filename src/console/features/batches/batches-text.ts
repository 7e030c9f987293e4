// The three batches as lines for a chat group, enterprise by enterprise.
import type { Batch } from "#api/batches.ts";
import { batchKindLabels, batchStateLabels } from "#domain/batch/labels.ts";
import { textByEnterprise } from "../../telling/by-enterprise.ts";

export function batchesText(rows: readonly Batch[], day: string): string {
  const lines = rows.map(({ enterpriseName, advice, decision, state }) => {
    const decided = decision?.kind ? `街道决定${batchKindLabels[decision.kind].zh}` : batchStateLabels[state].zh;
    return {
      enterpriseName: enterpriseName ?? "",
      text: `机构建议${batchKindLabels[advice.kind].zh}：${advice.reason}；${decided}`,
    };
  });
  return textByEnterprise("三批企业", lines, day, `${location.origin}/enterprise`);
}
