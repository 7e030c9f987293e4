import { create } from "qrcode";

/** A QR code as an SVG, drawn on the phone. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const cells = Array.from(modules.data).flatMap((dark, index) => (dark ? [index] : []));
  const path = cells.map((index) => `M${index % modules.size} ${Math.floor(index / modules.size)}h1v1h-1z`).join("");
  return (
    <svg
      viewBox={`-2 -2 ${modules.size + 4} ${modules.size + 4}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
