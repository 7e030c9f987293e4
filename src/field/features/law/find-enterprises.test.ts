import { expect, test } from "vitest";
import type { DirectoryRow } from "#api/sync.ts";
import { portionOf } from "../../store/directory-database.ts";
import { indexOf } from "./directory-index.ts";
import { findEnterprises, MOST_COUNTED } from "./find-enterprises.ts";

const row = (no: number, name: string, address = `工业园${no}号`): DirectoryRow => ({
  ...{ id: `id-${no}`, siteId: `site-${no}`, name, address },
  ...{ community: "东塘村", creditCode: `91330100MA${String(no).padStart(8, "0")}` },
});

const first = [row(1, "杭州立信紧固件有限公司"), row(2, "杭州恒达机械厂"), row(3, "立信机电（杭州）")];
const second = [row(4, "瑞木家具", "立信路8号"), row(5, "ＡＢＣ电子", "东塘路1号\t二楼\n三楼")];
const index = indexOf([
  portionOf("m1", "2026-04-13", 0, { rows: first, next: 3 }),
  portionOf("m1", "2026-04-13", 3, { rows: [], next: 4 }),
  portionOf("m2", "2026-04-13", 0, { rows: second, next: null }),
]);
const names = (query: string, limit = 10) => findEnterprises(index, query, limit).found.map((one) => one.name);

test("names that begin with the words, then names that hold them, then addresses", () => {
  expect(names("立信")).toEqual(["立信机电（杭州）", "杭州立信紧固件有限公司", "瑞木家具"]);
});

test("all words have to be there, in whatever field and order", () => {
  expect(names("紧固 杭州")).toEqual(["杭州立信紧固件有限公司"]);
  expect(names("紧固 东塘路")).toEqual([]);
  expect(names("工业园2号 机械")).toEqual(["杭州恒达机械厂"]);
});

test("a name shortened as people say it is found; characters of the address do not help", () => {
  expect(names("恒达厂")).toEqual(["杭州恒达机械厂"]);
  expect(names("厂恒达")).toEqual([]);
  expect(names("瑞立8")).toEqual([]);
});

test("full-width letters, a credit code, and the membership that sees it", () => {
  const [abc] = findEnterprises(index, "abc", 10).found;
  expect(abc).toMatchObject({ id: "id-5", scope: "m2", address: "东塘路1号\t二楼\n三楼" });
  expect(names("ma00000002")).toEqual(["杭州恒达机械厂"]);
});

test("more than are shown are counted; signs that mean something to a pattern do not", () => {
  expect(findEnterprises(index, "东塘村", 2)).toMatchObject({ total: 5, found: [{}, {}] });
  expect(names(".*(")).toEqual([]);
  expect(names("  ")).toEqual([]);
});

test("an empty directory finds nothing", () => {
  expect(findEnterprises(indexOf([]), "立信", 5)).toEqual({ found: [], total: 0 });
});

test("every line is found by its own name, whatever the portions", () => {
  const many = Array.from({ length: 300 }, (_, no) => row(no, `企业${no}号厂`));
  const portions = [0, 100, 200].map((from) =>
    portionOf("m", "2026-04-13", from, { rows: many.slice(from, from + 100), next: from === 200 ? null : from + 100 }),
  );
  const built = indexOf(portions);
  for (const { id, name } of many) expect(findEnterprises(built, name, 1).found[0]?.id).toBe(id);
});

test("among thousands, the same as a plain look at every line", () => {
  const parts = ["立", "信", "恒", "达", "厂", "杭州", "机械", "1", "2"];
  const word = (no: number, length: number) =>
    Array.from({ length }, (_, at) => parts[(no * 7 + at * (1 + (no % 5)) + ((no * no) % 11)) % parts.length]).join("");
  const many = Array.from({ length: 3000 }, (_, no) => row(no, word(no, 5), word(no + 3, 3)));
  const large = indexOf([portionOf("m", "2026-04-13", 0, { rows: many, next: null })]);
  const holds = (one: DirectoryRow, words: readonly string[]) =>
    words.every((part) =>
      [one.name, one.address, one.community, one.creditCode.toLowerCase()].some((text) => text.includes(part)),
    );
  for (const query of [
    "立",
    "立信",
    "信恒达",
    "厂机械",
    "12",
    "立信 杭州",
    "恒 1 2",
    "东塘村 厂厂",
    "ma00000123",
    "0012",
  ]) {
    const words = query.split(" ");
    const all = many.filter((one) => holds(one, words));
    const { found, total } = findEnterprises(large, query, 10_000);
    expect(total, query).toBe(all.length);
    expect(new Set(found.map(({ id }) => id)), query).toEqual(new Set(all.map(({ id }) => id)));
    const rank = (name: string) => (name.startsWith(words[0] ?? "") ? 0 : name.includes(words[0] ?? "") ? 1 : 2);
    expect(
      found.map(({ name }) => rank(name)),
      query,
    ).toEqual(found.map(({ name }) => rank(name)).toSorted((a, b) => a - b));
    expect(findEnterprises(large, query, 5).total, query).toBe(Math.min(MOST_COUNTED, all.length));
  }
});
