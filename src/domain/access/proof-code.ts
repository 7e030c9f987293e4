// The public code on a document: number, digest, valid or void, no hazards. It looks nothing like the secret of a link:
// five groups of four capitals and digits, without I, L, O and U (Crockford's base 32), 100 bits.
import { sha256Hex } from "../kernel/derived-id.ts";

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS = 5;
const HEX_PER_GROUP = 5;

/** The code of a document issued by a command, the same on phone and server; stored without dashes. */
export function proofCodeOf(commandId: string, label = "proof"): string {
  const hex = sha256Hex(`${commandId}:${label}`);
  const groups = Array.from({ length: GROUPS }, (_, index) =>
    hex.slice(index * HEX_PER_GROUP, (index + 1) * HEX_PER_GROUP),
  );
  return groups.map(groupOf).join("");
}

/** Twenty bits as four letters. */
function groupOf(hex: string): string {
  const bits = Number.parseInt(hex, 16);
  return [15, 10, 5, 0].map((shift) => LETTERS[(bits >> shift) & 31]).join("");
}

/** As printed: 'K7Q2-9XTM-…'. */
export function printedProofCode(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/g, "$1-");
}

/** What a person typed, as stored; undefined when it cannot be one. */
export function findProofCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  const isCode = code.length === GROUPS * 4 && [...code].every((letter) => LETTERS.includes(letter));
  return isCode ? code : undefined;
}
