import { Fragment, type ReactNode } from "react";

/** The middle dot, of the same width in every font. */
export function Sep() {
  return <span className="sep">·</span>;
}

/** Parts with a middle dot between them; what is empty is left out with its dot. */
export function Dotted({ parts }: { readonly parts: readonly ReactNode[] }) {
  const shown = parts.filter((part) => part !== null && part !== undefined && part !== false && part !== "");
  return (
    <>
      {shown.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one line keep their order
        <Fragment key={index}>
          {index > 0 ? <Sep /> : null}
          {part}
        </Fragment>
      ))}
    </>
  );
}
