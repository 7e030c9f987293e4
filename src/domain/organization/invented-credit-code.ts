// Valid-looking codes for invented enterprises (demonstration, tests, the story), the same for the same seed.
// They stand under a division that does not exist, so none can be a real enterprise's.
import { CREDIT_CODE_ALPHABET, findCheckCharacter } from "./credit-code.ts";

/** 99 is no province of GB/T 2260. */
const INVENTED_DIVISION = "990100";

/** The next value of a 32-bit xorshift; never 0. */
function nextState(state: number): number {
  let next = state ^ (state << 13);
  next ^= next >>> 17;
  next ^= next << 5;
  return next >>> 0 || 1;
}

/** A code with a right check character, chosen by `seed` (any integer): 91 (enterprise), division, nine characters, check. */
export function inventedCreditCode(seed: number): string {
  let state = (Math.imul(seed, 2654435761) ^ 0x9e3779b9) >>> 0 || 1;
  let subject = "";
  for (let index = 0; index < 9; index += 1) {
    state = nextState(state);
    subject += CREDIT_CODE_ALPHABET.charAt(state % CREDIT_CODE_ALPHABET.length);
  }
  const first17 = `91${INVENTED_DIVISION}${subject}`;
  return `${first17}${findCheckCharacter(first17) ?? ""}`;
}
