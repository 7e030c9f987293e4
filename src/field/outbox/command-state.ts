/**
 * waiting: no outcome yet. accepted: decided by the server, its rows not pulled back yet. delivered: in the snapshot.
 * refused and conflict stay until a person settles them; replaced and dismissed are settled.
 */
export type CommandState = "waiting" | "accepted" | "delivered" | "refused" | "conflict" | "replaced" | "dismissed";

/** Whose changes lie over the server's snapshot. */
export const overlaid: readonly CommandState[] = ["waiting", "accepted"];
