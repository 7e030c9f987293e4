// Runs the suite against outboxes broken on purpose. One that gets through means that the suite would not notice that fault.
import { MUTANTS, type Mutant } from "./mutants.ts";
import { liveElsewhere } from "./run-faults.ts";

/** Enough for every common kind to strike some ten times. */
const FAULTS_A_MUTANT = 150;
const SIDE_BY_SIDE = 2;

/** Answers whether every mutant was caught. */
export async function killMutants(seed: number, progress: (line: string) => void, json: boolean): Promise<boolean> {
  const killed: string[] = [];
  const survived: string[] = [];
  const queue = [...MUTANTS];
  const hunt = async () => {
    for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
      const figures = await faultsOf(mutant, seed);
      const caught = Object.values(figures).some((one) => one > 0);
      (caught ? killed : survived).push(mutant.name);
      progress(`${caught ? "killed" : "SURVIVED"} ${mutant.name} (${mutant.breaks}): ${JSON.stringify(figures)}`);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, hunt));
  if (json) console.log(JSON.stringify({ run: "mutants", seed, killed, survived }));
  return survived.length === 0;
}

async function faultsOf(mutant: Mutant, seed: number) {
  const report = await liveElsewhere({ count: FAULTS_A_MUTANT, seed, mutant, no: 0, of: 1 }, () => {});
  return {
    ...{ lost: report.lost.length, duplicated: report.duplicated.length },
    ...{ wronglyRefused: report.wronglyRefused.length, disordered: report.broken.length },
  };
}
