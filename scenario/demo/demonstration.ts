// The demonstration on its folder: told up to yesterday when it is new; on a later day the old one is shown while the story is told
// anew beside it, and then takes its place. A story is one telling from March on: its persons know their past only while they live
// it, so days cannot be added to a told one.
import { rename } from "node:fs/promises";
import { addDays, dayOf } from "#domain/calendar/local-date.ts";
import { removeDataFolder } from "#server/db/embedded/data-folder.ts";
import type { Instance } from "#server/instance.ts";
import { openStage, type Stage } from "../stage.ts";
import { besideFor, type DemoFolder, openDemoFolder, removeBeside } from "./demo-folder.ts";
import type { Progress } from "./progress.ts";

export interface DemonstrationOptions {
  readonly path: string;
  readonly fresh: boolean;
  readonly port: number;
  readonly publicUrl: string;
  /** The moment it is opened; the story is told up to the day before. */
  readonly now: () => string;
  readonly prepare: (app: Instance["app"]) => void;
  /** What has to be there before anybody looks: the built web apps. */
  readonly build: () => Promise<void>;
  readonly tell: (stage: Stage, until: string) => Promise<void>;
  readonly progress: Progress;
  readonly log: (line: string) => void;
}

export interface Demonstration {
  /** The one that is shown now. */
  stage(): Stage;
  /** Resolves when the story is told up to yesterday. */
  readonly told: Promise<void>;
  close(): Promise<void>;
}

export async function openDemonstration(options: DemonstrationOptions): Promise<Demonstration> {
  const folder = await openDemoFolder(options.path, options.fresh);
  const open = new Set<Stage>();
  let shown = await show(options, folder.path);
  open.add(shown);
  const bring = async () => {
    await options.build();
    // The address is ours by now, so no other demonstration tells one of these.
    await removeBeside(options.path);
    const until = addDays(dayOf(options.now()), -1);
    if (folder.playedUntil === undefined) {
      await options.tell(shown, until);
      await folder.remember(until);
      options.log(`the story is told up to ${until}`);
    } else if (folder.playedUntil < until) {
      shown.followRealTime();
      options.progress.showOld(folder.playedUntil);
      const next = await tellBeside(options, folder.playedUntil, until, open);
      if (next) {
        await options.progress.swap();
        await takePlace(options.path, next, shown, open);
        shown = await show(options, options.path);
        open.add(shown);
        options.log(`the story is told up to ${until}; what was done in the old one is gone`);
      }
    }
    shown.followRealTime();
    options.progress.finish();
  };
  const told = bring();
  return {
    stage: () => shown,
    told,
    async close() {
      await Promise.all([...open].map((stage) => stage.close()));
    },
  };
}

function show({ port, publicUrl, now, prepare, log }: DemonstrationOptions, dataDir: string): Promise<Stage> {
  return openStage({ dataDir, now: now(), port, publicUrl, demonstration: true, log, prepare });
}

/** On a stage of its own, at an address nobody knows; undefined where it broke off, and the old one stays. */
async function tellBeside(
  { path, now, tell, log }: DemonstrationOptions,
  playedUntil: string,
  until: string,
  open: Set<Stage>,
): Promise<DemoFolder | undefined> {
  log(`told up to ${playedUntil}; telling it up to ${until} beside, the old one is shown meanwhile`);
  const next = await openDemoFolder(besideFor(path, until), true);
  const stage = await openStage({ dataDir: next.path, now: now(), demonstration: true });
  open.add(stage);
  const isTold = await tell(stage, until).then(
    () => true,
    (error: unknown) => {
      log(`the story broke off, the old one stays: ${error instanceof Error ? error.message : error}`);
      return false;
    },
  );
  await stage.close();
  open.delete(stage);
  if (!isTold) return undefined;
  await next.remember(until);
  return next;
}

async function takePlace(path: string, next: DemoFolder, shown: Stage, open: Set<Stage>): Promise<void> {
  await shown.close();
  open.delete(shown);
  await removeDataFolder(path);
  await rename(next.path, path);
}
