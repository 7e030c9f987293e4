// How much room the app takes of what the phone gives it, and whether the browser promised to keep it.
import { useEffect, useState } from "react";
import { Bar } from "#ui/bar.tsx";

const MEGABYTE = 1024 * 1024;

interface Used {
  readonly megabytes: number;
  /** Of what the phone lets this app use, 0 to 1; null where it does not say. */
  readonly share: number | null;
  readonly isKept: boolean;
}

/** Measured again whenever `arrived` is another one. */
export function Room({ arrived }: { readonly arrived: unknown }) {
  const [used, setUsed] = useState<Used>();
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again after what arrived or was asked
  useEffect(() => {
    void measure().then(setUsed);
  }, [arrived, asked]);
  if (!used) return null;
  const ask = () => void navigator.storage?.persist?.().then(() => setAsked((count) => count + 1));
  return (
    <section className="panel" aria-label="占多少地方">
      <div className="panel__body panel__body--top">
        <div className="row row--between">
          <b>占了{Math.max(1, Math.round(used.megabytes))}MB</b>
          <span className="muted">{used.share === null ? null : shareWords(used.share)}</span>
        </div>
        {used.share === null ? null : (
          <div className="bar-room">
            <Bar share={used.share} />
          </div>
        )}
        <p className="line__s">
          {used.isKept
            ? "浏览器已答应长期保留，不会自行清掉。"
            : "浏览器还没答应长期保留：把程序装到主屏幕，再点一下下面的请求。"}
        </p>
        {used.isKept ? null : (
          <button type="button" className="btn btn--wide" style={{ marginTop: 12 }} onClick={ask}>
            请浏览器长期保留
          </button>
        )}
      </div>
    </section>
  );
}

async function measure(): Promise<Used> {
  const { usage = 0, quota = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  const isKept = (await navigator.storage?.persisted?.()) ?? false;
  return { megabytes: usage / MEGABYTE, share: quota > 0 ? usage / quota : null, isKept };
}

function shareWords(share: number): string {
  return share < 0.01 ? "不到可用空间的1%" : `可用空间的${Math.round(share * 100)}%`;
}
