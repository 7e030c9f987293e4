// `bihuan scenario shushan-2017 [--year YYYY] [--small] [--sabotage Rn]`: the story and its checker live in scenario/.
export async function run(args: readonly string[]): Promise<number> {
  const story = await import("../../scenario/run.ts");
  return story.run(args);
}
