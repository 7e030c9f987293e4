/** Fen as '1,999.99万元', for sentences; two decimals at most, none when there is nothing behind the point. */
export function revenueText(fen: number): string {
  const hundredthsOfWan = Math.round(fen / 10_000);
  const whole = String(Math.floor(hundredthsOfWan / 100)).replace(/\B(?=(\d{3})+$)/g, ",");
  const decimals = String(hundredthsOfWan % 100)
    .padStart(2, "0")
    .replace(/0+$/, "");
  return `${whole}${decimals && `.${decimals}`}万元`;
}
