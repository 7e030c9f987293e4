// `bihuan import take-back IMPORT [--tenant ID]`: an import of the list undone as a whole; without IMPORT it lists the last ones.
import { systemActor } from "#server/commands/issue.ts";
import { asActor } from "#server/db/transaction.ts";
import { ChainRefused, sendInChain } from "#server/imports/command-chain.ts";
import { readImports } from "#server/queries/imports.ts";
import type { Services } from "#server/server-parts.ts";

/** Answers the exit code: 1 with the refusal's sentence where somebody has built on the import, or nothing was named. */
export async function takeBackImport(services: Services, tenantId: string, operationId?: string): Promise<number> {
  const actor = systemActor("import");
  if (!operationId) {
    const imports = await asActor(services.database, tenantId, actor, readImports, { readOnly: true });
    for (const one of imports)
      console.log(`${one.id}  ${one.startedAt}  ${one.startedByName}  新增${one.registered}家，更新${one.updated}家`);
    return imports.length > 0 ? 0 : 1;
  }
  const sender = { accountKey: "system:import", actor, tenantId, membershipId: null };
  try {
    await sendInChain(services.writePath, sender, "enterprise.takeBackImport", { operationId });
  } catch (error) {
    if (!(error instanceof ChainRefused)) throw error;
    console.error(error.message);
    return 1;
  }
  console.log("这次导入已收回。");
  return 0;
}
