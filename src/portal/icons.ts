// The drawings of the portal: 24 grid, 1.8 line, colour of the text. A page carries only the symbols it uses.
import { html } from "ghtml";

const symbols = {
  alert: '<path d="M12 4 2.8 19.5h18.4z"/><path d="M12 10v4.5M12 17.2v.1"/>',
  right: '<path d="m9 5.5 6.5 6.5L9 18.5"/>',
  left: '<path d="M15 5.5 8.5 12l6.5 6.5"/>',
  down: '<path d="m5.5 9 6.5 6.5L18.5 9"/>',
  glass: '<path d="M7 3.5h10M7 20.5h10M8 3.5c0 5 8 5 8 8.5s-8 3.5-8 8.5M16 3.5c0 5-8 5-8 8.5s8 3.5 8 8.5"/>',
  clock: '<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>',
  done: '<circle cx="12" cy="12" r="8.5"/><path d="m8 12.3 2.8 2.8L16 9.5"/>',
  file: '<path d="M6 3.5h8l4 4V20.5H6z"/><path d="M14 3.5v4h4M9 12h6M9 15.5h6"/>',
  tel: '<path d="M5 4.5h4l1.5 4.5L8 11a13 13 0 0 0 5 5l2-2.5 4.5 1.5v4A1.5 1.5 0 0 1 18 20.5 14.5 14.5 0 0 1 3.5 6 1.5 1.5 0 0 1 5 4.5z"/>',
  book: '<path d="M4.5 5.5A2 2 0 0 1 6.5 3.5H19v14H6.5a2 2 0 0 0-2 2zM4.5 19.5a2 2 0 0 0 2 1.5H19v-3.5"/>',
  camera: '<path d="M4 8h3.5L9 5.5h6L16.5 8H20v11H4z"/><circle cx="12" cy="13" r="3.5"/>',
  ask: '<circle cx="12" cy="12" r="8.5"/><path d="M9.5 9.5c0-3.5 5.3-3.3 5.3-.3 0 2-2.6 2.2-2.6 4.3M12.2 16.7v.1"/>',
  eye: '<path d="M2.8 12S6.2 5.8 12 5.8 21.2 12 21.2 12 17.8 18.2 12 18.2 2.8 12 2.8 12z"/><circle cx="12" cy="12" r="2.8"/>',
  share: '<path d="M13 5.5 20 12l-7 6.5V14.5C8 14.3 5.3 16 4 19c0-6 3.5-9.3 9-9.6z"/>',
  horn: '<path d="M4 10v4.5h3l8 4v-12l-8 3.5zM18 9.5a4 4 0 0 1 0 5.5M7.5 14.5l1 5h2.5"/>',
  person: '<circle cx="12" cy="8.5" r="4"/><path d="M4.5 20c.8-4 3.8-6 7.5-6s6.7 2 7.5 6"/>',
  walk: '<circle cx="13" cy="4.8" r="1.8"/><path d="M9 20.5l2.5-6-2-2.5.8-4.5 3-.5 2 3 2.7 1M11.5 14.5l3 2.2.7 3.8M10.3 7.5 7.5 9v3"/>',
  message: '<path d="M4 5.5h16v11H11l-4.5 3.5v-3.5H4z"/>',
  shield: '<path d="M12 3.5 19 6v5.5c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V6z"/><path d="m8.8 11.8 2.3 2.3 4.2-4.4"/>',
  void: '<circle cx="12" cy="12" r="8.5"/><path d="m6 6 12 12"/>',
} as const;

export type IconName = keyof typeof symbols;

/** A drawing beside a word; never alone, so it is hidden from readers. */
export function icon(name: IconName, extra = ""): string {
  return html`<svg class="icon ${extra}" aria-hidden="true"><use href="#i-${name}"/></svg>`;
}

/** The symbols a page's markup refers to. */
export function spriteFor(markup: string): string {
  const used = new Set([...markup.matchAll(/<use href="#i-([a-z]+)"/g)].map((match) => match[1]));
  const wanted = Object.entries(symbols).filter(([name]) => used.has(name));
  if (wanted.length === 0) return "";
  const drawn = wanted.map(([name, paths]) => html`<symbol id="i-${name}" viewBox="0 0 24 24">!${paths}</symbol>`);
  return html`<svg class="sprite" width="0" height="0" aria-hidden="true">!${drawn}</svg>`;
}

/** The ring of five steps. */
export const logo = `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="3.6" aria-hidden="true"><path d="M13.25 3.09A9 9 0 0 1 20.09 8.05"/><path d="M20.86 10.44A9 9 0 0 1 18.25 18.47"/><path d="M16.23 19.95A9 9 0 0 1 7.77 19.95"/><path d="M5.75 18.47A9 9 0 0 1 3.14 10.44"/><path class="logo__last" d="M3.91 8.05A9 9 0 0 1 10.75 3.09"/></svg>`;
