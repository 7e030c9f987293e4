const WIDTHS = ["44%", "100%", "82%", "91%", "63%"];

interface SkeletonProps {
  readonly lines?: number;
  /** What is being fetched, for reading aloud. */
  readonly label: string;
}

/** Grey lines while something is on its way, for up to a second; after that the page says how far it is. */
export function Skeleton({ lines = 3, label }: SkeletonProps) {
  return (
    <div className="skeletons" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey lines have no identity
        <div key={index} className="skeleton" style={{ width: WIDTHS[index % WIDTHS.length] }} />
      ))}
    </div>
  );
}
