// Where the embedded database keeps its things. Normally all of it lies in the data folder; when that lies below a
// private folder which the server's user may not enter (root's home), the database itself goes to a place it can.
import { createHash } from "node:crypto";
import { chmod, chown, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { canReach, chooseServerUser, type ServerUser } from "./identity.ts";
import { codeOf, DatabaseUnavailable, reasonOf, USE_YOUR_OWN } from "./unavailable.ts";

export interface DataFolder {
  /** Ours alone: passwords, port, log, list of users. */
  readonly credentials: string;
  readonly port: string;
  readonly log: string;
  readonly inUse: string;
  /** The server's: parent of the cluster and of a copied PostgreSQL. */
  readonly area: string;
  readonly cluster: string;
  /** Who runs the server, when it is not this process's own user. */
  readonly user: ServerUser | undefined;
}

const ELSEWHERE = "/var/lib/bihuan";
const POINTER = "where-the-database-is.txt";

/** Makes the folder if need be, so that we and the server's user can both work in it. */
export async function openDataFolder(dataDir: string, log: (line: string) => void): Promise<DataFolder> {
  const root = resolve(dataDir);
  try {
    await mkdir(join(root, "in-use"), { recursive: true, mode: 0o711 });
    const known = await findKnownArea(root);
    const user = chooseServerUser(await findOwnerOf(join(known ?? root, "cluster")));
    const area = known ?? (user ? await makeReachable(root, user, log) : root);
    return layOut(root, area, user);
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error;
    throw new DatabaseUnavailable(
      `The data folder ${root} cannot be used: ${reasonOf(error)}. Choose another by BIHUAN_DATA, ${USE_YOUR_OWN}`,
    );
  }
}

/** Removes a data folder for good, and the database with it where that lies elsewhere. Nothing may run on it. */
export async function removeDataFolder(root: string): Promise<void> {
  const area = await findKnownArea(root);
  if (area && dirname(area) === ELSEWHERE) await rm(area, { recursive: true, force: true });
  await rm(root, { recursive: true, force: true });
}

function layOut(root: string, area: string, user: ServerUser | undefined): DataFolder {
  return {
    credentials: join(root, "credentials.json"),
    port: join(root, "port"),
    log: join(root, "server.log"),
    inUse: join(root, "in-use"),
    area,
    cluster: join(area, "cluster"),
    user,
  };
}

async function findKnownArea(root: string): Promise<string | undefined> {
  const text = await readFile(join(root, POINTER), "utf8").catch(undefinedWhenAbsent);
  return text?.trim() || undefined;
}

async function findOwnerOf(folder: string): Promise<number | undefined> {
  return (await stat(folder).catch(undefinedWhenAbsent))?.uid;
}

function undefinedWhenAbsent(error: unknown): undefined {
  if (codeOf(error) !== "ENOENT") throw error;
}

async function makeReachable(root: string, user: ServerUser, log: (line: string) => void): Promise<string> {
  // Our own folder may be passed through by the server's user; the folders above it are not ours to open.
  await chmod(root, (await stat(root)).mode | 0o011);
  if (canReach(root, user)) return root;

  const area = join(ELSEWHERE, createHash("sha256").update(root).digest("hex").slice(0, 12));
  await mkdir(area, { recursive: true, mode: 0o711 });
  if (!canReach(area, user)) {
    throw new DatabaseUnavailable(
      `PostgreSQL does not run as root, and the user ${user.name} it would run as may enter neither ${root} nor ${area}. ` +
        `Start Bihuan as an ordinary user, choose a data folder outside of private folders by BIHUAN_DATA, ${USE_YOUR_OWN}`,
    );
  }
  await writeFile(join(root, POINTER), `${area}\n`);
  log(`The database lies in ${area}: the server's user ${user.name} may not enter ${root}.`);
  return area;
}

/** Gives a folder to the server's user alone. */
export async function giveToServer(folder: string, user: ServerUser | undefined): Promise<void> {
  await chmod(folder, 0o700);
  if (user) await chown(folder, user.uid, user.gid);
}
