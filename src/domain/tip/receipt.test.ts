import { describe, expect, it } from "vitest";
import { printedSecret, readReceipt, receiptOf, tipIdOf } from "./receipt.ts";

const bytes = Uint8Array.from({ length: 32 }, (_, index) => index * 37);
const tenant = "01900000-0000-7000-8000-000000000001";

describe("a receipt", () => {
  const receipt = receiptOf("2026-12-01", bytes);

  it("is read back as a person types it, with dashes, small letters, full width and mistaken letters", () => {
    expect(receipt.number).toMatch(/^XS261201-[0-9A-HJKMNP-TV-Z]{6}$/);
    expect(readReceipt(receipt.number, printedSecret(receipt.secret))).toEqual(receipt);
    expect(readReceipt(` ${receipt.number.toLowerCase()} `, receipt.secret.toLowerCase())).toEqual(receipt);
    expect(
      readReceipt(receipt.number.replace("-", "—"), receipt.secret.replaceAll("0", "O").replaceAll("1", "l")),
    ).toEqual(receipt);
    expect(
      readReceipt(
        receipt.number,
        [...receipt.secret].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join(""),
      ),
    ).toEqual(receipt);
  });

  it("that is none is refused before anything is asked", () => {
    expect(readReceipt("", "")).toBeUndefined();
    expect(readReceipt("XS261201-7KQ2M", receipt.secret)).toBeUndefined();
    expect(readReceipt(receipt.number, `${receipt.secret}A`)).toBeUndefined();
    expect(readReceipt(receipt.number, "UUUUUUUUUUUU")).toBeUndefined();
  });

  it("names one row: another letter, another subdistrict, another row", () => {
    const id = tipIdOf(tenant, receipt);
    expect(tipIdOf(tenant, receipt)).toBe(id);
    expect(tipIdOf("01900000-0000-7000-8000-000000000002", receipt)).not.toBe(id);
    expect(tipIdOf(tenant, { ...receipt, secret: `0${receipt.secret.slice(1)}X` })).not.toBe(id);
  });
});
