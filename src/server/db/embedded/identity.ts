// Which user runs the database server. PostgreSQL refuses to run as root and wants a user that has a name.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { userInfo } from "node:os";
import { codeOf, DatabaseUnavailable, USE_YOUR_OWN } from "./unavailable.ts";

/** Another user the server is started as, because this process is root. */
export interface ServerUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const PREFERRED = ["postgres", "node", "nobody"];
const OWN_ACCOUNT = "bihuan";

/**
 * The user to start the server as; undefined means "as whoever we are", which is the ordinary case.
 * As root the owner of an existing database comes first: it was made as that user and stays theirs.
 */
export function chooseServerUser(ownerOfDatabase?: number): ServerUser | undefined {
  const uid = process.getuid?.();
  if (uid === undefined) return undefined;
  if (uid !== 0) {
    assertHasName(uid);
    return undefined;
  }
  const accounts = readAccounts();
  return findOwner(ownerOfDatabase, accounts) ?? findUser([...PREFERRED, OWN_ACCOUNT], accounts) ?? createUser();
}

function findOwner(uid: number | undefined, accounts: string): ServerUser | undefined {
  if (uid === undefined || uid === 0) return undefined;
  return accounts
    .split("\n")
    .map(parseAccount)
    .find((user) => user?.uid === uid);
}

/** The first of the names that is an account and not root under another name. */
export function findUser(names: readonly string[], accounts: string): ServerUser | undefined {
  const users = accounts.split("\n").map(parseAccount);
  return names.flatMap((name) => users.filter((user) => user?.name === name && user.uid > 0)).find((user) => user);
}

function parseAccount(line: string): ServerUser | undefined {
  const [name, , uid, gid] = line.split(":");
  if (!name || !uid || !gid) return undefined;
  return { name, uid: Number(uid), gid: Number(gid) };
}

function readAccounts(): string {
  return readFileSync("/etc/passwd", "utf8");
}

function assertHasName(uid: number): void {
  try {
    userInfo();
  } catch (error) {
    if (codeOf(error) !== "ERR_SYSTEM_ERROR") throw error;
    throw new DatabaseUnavailable(
      `The database cannot start, because this process runs as user number ${uid} and that number has no name on this machine ` +
        `(no line in /etc/passwd). Let an administrator run "useradd --uid ${uid} ${OWN_ACCOUNT}", start Bihuan as a user that has a name, ${USE_YOUR_OWN}`,
    );
  }
}

function createUser(): ServerUser {
  spawnSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", OWN_ACCOUNT], {
    stdio: "ignore",
  });
  const user = findUser([OWN_ACCOUNT], readAccounts());
  if (user) return user;
  throw new DatabaseUnavailable(
    "PostgreSQL does not run as root, and this machine has none of the users postgres, node or nobody to run it as. " +
      `Add one with "useradd --system ${OWN_ACCOUNT}", start Bihuan as an ordinary user, ${USE_YOUR_OWN}`,
  );
}

/** Whether a user may run a program or pass through a folder; asked of the system itself, so that every rule counts. */
export function canReach(path: string, user: ServerUser | undefined): boolean {
  if (!user) return true;
  const asked = spawnSync("/bin/sh", ["-c", 'test -x "$1"', "sh", path], {
    ...asUser(user),
    cwd: "/",
    stdio: "ignore",
  });
  return asked.status === 0;
}

/** The options that make Node start a program as the server's user. */
export function asUser(user: ServerUser | undefined): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}
