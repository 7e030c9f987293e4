// Runs the suite against outboxes broken on purpose. One that gets through means that the suite would not notice that fault.
import { MUTANTS } from "./mutants.ts";
import { runFaults } from "./run-faults.ts";

/** Enough for every common kind to strike some ten times. */
const FAULTS_A_MUTANT = 150;

/** Answers whether every mutant was caught. */
export async function killMutants(seed: number, progress: (line: string) => void, json: boolean): Promise<boolean> {
  const killed: string[] = [];
  const survived: string[] = [];
  for (const mutant of MUTANTS) {
    const report = await runFaults({ count: FAULTS_A_MUTANT, seed, mutant, progress: () => {} });
    const figures = {
      ...{ lost: report.lost.length, duplicated: report.duplicated.length },
      ...{ wronglyRefused: report.wronglyRefused.length, disordered: report.broken.length },
    };
    const caught = Object.values(figures).some((one) => one > 0);
    (caught ? killed : survived).push(mutant.name);
    progress(`${caught ? "killed" : "SURVIVED"} ${mutant.name} (${mutant.breaks}): ${JSON.stringify(figures)}`);
  }
  if (json) console.log(JSON.stringify({ run: "mutants", seed, killed, survived }));
  return survived.length === 0;
}
