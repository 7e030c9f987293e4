// Two photos side by side at the same height: how it was, how it is. A drawing lies on a layer of its own.
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

export interface PhotoView {
  /** Absent while the picture is still on somebody's phone. */
  readonly src?: string;
  readonly alt: string;
  readonly tag: string;
  readonly after?: boolean;
  /** Lines of the strip at the foot: time, person, place. */
  readonly mark?: readonly string[];
  /** What to say while there is no picture. */
  readonly waiting?: string;
  readonly drawing?: ReactNode;
}

export function Photo({ view }: { readonly view: PhotoView }) {
  return (
    <figure className="photo">
      {view.src ? (
        <img src={view.src} alt={view.alt} loading="lazy" />
      ) : (
        <span className="photo__waiting">
          <Icon name="phone" />
          {view.waiting}
        </span>
      )}
      {view.drawing}
      <span className={view.after ? "photo__tag photo__tag--after" : "photo__tag"}>{view.tag}</span>
      {view.mark && view.mark.length > 0 ? (
        <figcaption className="photo__mark">
          {view.mark.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </figcaption>
      ) : null}
    </figure>
  );
}

interface PhotoPairProps {
  readonly before: PhotoView;
  readonly after?: PhotoView;
}

export function PhotoPair({ before, after }: PhotoPairProps) {
  return (
    <div className="pair">
      <Photo view={before} />
      {after ? <Photo view={after} /> : null}
    </div>
  );
}
