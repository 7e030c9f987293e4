// `bihuan demo [--fresh] [--lan]`: the invented story in a browser. It lives beside the story, in scenario/.
export async function run(args: readonly string[]): Promise<number> {
  const demo = await import("../../scenario/demo/run.ts");
  return demo.run(args);
}
