// Numbers as people read them: thousands with commas, money in 万元, a rate with nothing behind it as a dash.
const whole = new Intl.NumberFormat("zh-CN");

export function count(value: number): string {
  return whole.format(value);
}

/** '98.6%'; "—" where nothing was there to count. */
export function percent(rate: number | null): string {
  if (rate === null) return "—";
  // A rate below one never reads as 100 %.
  const shown = rate < 1 ? Math.min(99.9, Math.round(rate * 1000) / 10) : 100;
  return `${shown}%`;
}

const WAN_FEN = 1_000_000;

/** '4,860万元'. */
export function tenThousands(fen: number): string {
  return `${whole.format(Math.round((fen / WAN_FEN) * 10) / 10)}万元`;
}
