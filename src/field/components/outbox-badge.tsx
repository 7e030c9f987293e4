import { SyncBadge } from "#ui/sync-badge.tsx";
import { useField } from "../app/field-context.ts";
import { goTo } from "../app/route.ts";
import { useLive } from "../app/use-live.ts";
import { badgeWords, syncView } from "../outbox/sync-items.ts";

/** On every screen: what is only on this phone, and whether something waits for a person. */
export function OutboxBadge() {
  const { db, status } = useField();
  const view = useLive(async () => syncView(await db.commands.toArray(), await db.photos.toArray()), [db]);
  if (!view) return null;
  const words = badgeWords(view);
  const look = status.signedOut && words.look === "done" ? "local" : words.look;
  const text = status.signedOut && words.look === "done" ? "登录已过期" : words.text;
  return <SyncBadge look={look} text={text} onOpen={() => goTo({ page: "sync" })} />;
}
