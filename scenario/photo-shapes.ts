// Flat shapes that the drawn photos are made of: a workshop, boxes, crates, cabinets, machines. 760 × 570 units.

/** Numbers in [0, 1) that depend on the seed alone (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const FLOOR_LINES = [-260, -60, 140, 330, 520, 720, 940, 1150]
  .map((x) => `<path d="M${380 + (x - 380) * 0.42} 372L${x} 640" />`)
  .concat([396, 440, 512].map((y) => `<path d="M-60 ${y}H820" />`))
  .join("");

/** Grey wall above a green dado, skirting, tiled floor. */
export function room(dado = "#4f8577"): string {
  return `<rect x="-60" y="-60" width="880" height="700" fill="#c9c9c4"/>
  <rect x="-60" y="160" width="880" height="215" fill="${dado}"/>
  <rect x="-60" y="157" width="880" height="6" fill="#000" opacity=".28"/>
  <rect x="-60" y="362" width="880" height="14" fill="#565a5c"/>
  <rect x="-60" y="374" width="880" height="270" fill="#969e9e"/>
  <g stroke="#6f7777" stroke-width="2" fill="none" opacity=".7">${FLOOR_LINES}</g>`;
}

/** A box standing at (x, y = its foot), seen from a little above and to the left. */
export function block(
  x: number,
  y: number,
  width: number,
  height: number,
  colors: readonly [string, string, string],
): string {
  const depth = Math.min(width, height) * 0.16;
  const [front, top, side] = colors;
  const roof = y - height;
  return `<ellipse cx="${x + width / 2}" cy="${y + 2}" rx="${width * 0.62}" ry="7" fill="#000" opacity=".22"/>
  <path d="M${x} ${roof}h${width}l${depth} ${-depth}h${-width}z" fill="${top}"/>
  <path d="M${x + width} ${roof}l${depth} ${-depth}v${height}l${-depth} ${depth}z" fill="${side}"/>
  <rect x="${x}" y="${roof}" width="${width}" height="${height}" fill="${front}"/>`;
}

export function carton(x: number, y: number, width: number, height: number): string {
  return `${block(x, y, width, height, ["#c0935c", "#d0a771", "#9c7443"])}
  <rect x="${x + width * 0.44}" y="${y - height}" width="${width * 0.12}" height="${height * 0.24}" fill="#d9bd8f"/>
  <rect x="${x + width * 0.58}" y="${y - height * 0.44}" width="${width * 0.32}" height="${height * 0.24}" fill="#eceae4"/>
  <path d="M${x + width * 0.62} ${y - height * 0.36}h${width * 0.24}m${-width * 0.24} ${height * 0.07}h${width * 0.24}" stroke="#555" stroke-width="2"/>
  <path d="M${x + width * 0.16} ${y - height * 0.28}l${width * 0.07} ${-height * 0.08}l${width * 0.07} ${height * 0.08}l${-width * 0.07} ${height * 0.08}z" fill="none" stroke="#7a5a33" stroke-width="1.6"/>`;
}

export function crate(x: number, y: number, width: number, height: number, color = "#2f74bd"): string {
  const holes = [0.2, 0.42, 0.64].flatMap((row) =>
    [0.08, 0.24, 0.4, 0.56, 0.72].map(
      (column) =>
        `<rect x="${x + width * column + 3}" y="${y - height + height * row}" width="${width * 0.1}" height="${height * 0.12}" rx="2"/>`,
    ),
  );
  return `${block(x, y, width, height, [color, "#4a8fd6", "#225489"])}<g fill="#16406f">${holes.join("")}</g>`;
}

export function pallet(x: number, y: number, width: number): string {
  return block(x, y, width, 18, ["#b08a5a", "#c9a675", "#8a6a41"]);
}

/** A can or drum of paint. */
export function can(x: number, y: number, width: number, height: number, color: string): string {
  const round = width * 0.16;
  return `<ellipse cx="${x + width / 2}" cy="${y}" rx="${width * 0.62}" ry="${round}" fill="#000" opacity=".22"/>
  <path d="M${x} ${y - height}v${height}a${width / 2} ${round} 0 0 0 ${width} 0v${-height}z" fill="${color}"/>
  <path d="M${x} ${y - height * 0.72}v${height * 0.44}a${width / 2} ${round} 0 0 0 ${width} 0v${-height * 0.44}a${width / 2} ${round} 0 0 1 ${-width} 0z" fill="#eceae6"/>
  <path d="M${x + width * 0.12} ${y - height * 0.42}q${width * 0.38} ${round} ${width * 0.6} ${round * 0.7}" stroke="#c9402c" stroke-width="5" fill="none"/>
  <ellipse cx="${x + width / 2}" cy="${y - height}" rx="${width / 2}" ry="${round}" fill="#bfc6c8" stroke="#7f888a"/>`;
}

export function extinguisher(x: number, y: number): string {
  return `<ellipse cx="${x + 20}" cy="${y}" rx="26" ry="6" fill="#000" opacity=".25"/>
  <path d="M${x} ${y - 96}q0 -18 20 -20q20 2 20 20v96h-40z" fill="#cf2118"/>
  <path d="M${x + 27} ${y - 110}q13 6 13 14v96h-10z" fill="#9d1610"/>
  <rect x="${x}" y="${y - 76}" width="40" height="15" fill="#efece6"/><rect x="${x}" y="${y - 44}" width="40" height="9" fill="#efece6"/>
  <path d="M${x + 14} ${y - 116}v-14h12v14M${x + 2} ${y - 132}h34" stroke="#2b2e30" stroke-width="6" fill="none"/>
  <path d="M${x + 34} ${y - 128}q14 20 9 62" stroke="#2b2e30" stroke-width="5" fill="none"/>`;
}

/** An electrical cabinet on the wall with its conduits. */
export function electricalCabinet(x: number, y: number, open = false): string {
  const door = open
    ? `<rect x="${x + 10}" y="${y + 12}" width="112" height="150" fill="#4a5153"/>
       <g fill="#20262a">${[0, 1, 2, 3].map((n) => `<rect x="${x + 20 + n * 25}" y="${y + 34}" width="18" height="40"/>`).join("")}</g>
       <path d="M${x + 28} ${y + 74}q6 60 -8 80m34 -80q-4 50 12 80m14 -80q8 40 0 80" stroke="#b03a2a" stroke-width="4" fill="none"/>
       <path d="M${x} ${y}l-46 14v168l46 -8z" fill="#b9c1c3" stroke="#7f898b"/>`
    : `<rect x="${x + 6}" y="${y + 6}" width="120" height="162" fill="none" stroke="#97a1a3" stroke-width="2"/>
       <rect x="${x + 108}" y="${y + 74}" width="8" height="26" rx="2" fill="#2b3032"/>`;
  return `<g fill="#b4babb" stroke="#8b9395">${[38, 64, 90].map((pipe) => `<rect x="${x + pipe}" y="-60" width="11" height="${y + 60}"/>`).join("")}</g>
  <rect x="${x + 5}" y="${y + 8}" width="132" height="174" fill="#000" opacity=".2"/>
  <rect x="${x}" y="${y}" width="132" height="174" fill="#cfd5d6" stroke="#7f898b" stroke-width="2"/>${door}
  ${open ? "" : warningSign(x + 66, y + 36)}`;
}

export function warningSign(x: number, y: number): string {
  return `<path d="M${x} ${y}l25 44h-50z" fill="#f0c419" stroke="#222" stroke-width="4" stroke-linejoin="round"/>
  <path d="M${x + 3} ${y + 13}l-8 15h6l-4 11l12 -17h-7l5 -9z" fill="#222"/>`;
}

export function notice(x: number, y: number, color: string): string {
  return `<rect x="${x}" y="${y}" width="66" height="84" fill="#f1f0ec" stroke="#a7aaa8"/><rect x="${x}" y="${y}" width="66" height="28" fill="${color}"/>
  <path d="M${x + 12} ${y + 44}h42m-42 13h42m-42 13h30" stroke="#666" stroke-width="4"/>`;
}

/** Yellow hatching on the floor: nothing may stand here. */
export function keepClear(x: number, y: number, width: number, depth: number): string {
  const slant = depth * 0.5;
  const stripes = [0.08, 0.28, 0.48, 0.68]
    .map((part) => `<path d="M${x + width * part} ${y}l${width * 0.1} 0l${slant} ${-depth}l${-width * 0.1} 0z"/>`)
    .join("");
  return `<path d="M${x} ${y}h${width}l${slant * 0.2} ${-depth}h${-width + slant * 0.6}z" fill="none" stroke="#e2c222" stroke-width="7"/>
  <g fill="#e2c222">${stripes}</g>`;
}
