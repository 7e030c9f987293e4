// Tells an app that is too old what to do; nothing it sends is refused for that.
import { APP_RELEASE_HEADER, OLDEST_GOOD_RELEASE } from "#api/app-release.ts";

const SENTENCE = "这台手机上的程序太旧了，新功能看不到。有信号时点“更新”；没送出的内容照收，不会丢。";

/** The sentence for an app older than the oldest good one, as a field of an answer; nothing for the others. */
export function oldAppNotice(headers: Readonly<Record<string, unknown>>): { readonly update?: string } {
  const release = Number(headers[APP_RELEASE_HEADER] ?? 0);
  return release >= OLDEST_GOOD_RELEASE ? {} : { update: SENTENCE };
}
