// `law-search`: the search box over 3,000 statutes with 300,000 articles as the application's role, against a plain scan of
// the words. Every answer is compared with the scan's, or with the text the load was made from.
import assert from "node:assert/strict";
import pg from "pg";
import { readNumberQuery, splitQuery } from "#domain/law/search/query.ts";
import { movableClock } from "#server/clock.ts";
import { openInstance } from "#server/instance.ts";
import { findLaw } from "#server/library/law-search.ts";
import { articlesByWords, isCut } from "#server/library/search-articles.ts";
import type { Services } from "#server/server-parts.ts";
import { openBenchDatabase, refreshStatistics } from "./bench-database.ts";
import { ARTICLES_EACH, loadStatutes, STATUTES, titleOf, typedNumber, wordsOf } from "./law-search-load.ts";
import { say } from "./machine-facts.ts";
import { median, short } from "./median.ts";

const DAY = "2026-04-01";
const ROUNDS = 9;
const SCANS = 3;
const MOST_MS = 50;

const WORDS = [
  ...["石棉", "液氯", "吊篮", "索道", "尾矿", "烟花"],
  ...["灭火器", "疏散通道", "除尘系统", "可燃气体报警装置", "叉车", "汛期"],
  ...["喷漆房 汛期", "登高梯台 夜间 演练", "有限空间 不得少于两人在场", "氢氟酸 仓库"],
  ...["没有的词", "安全出口 飞船"],
];
const NUMBERS = [typedNumber(12, 33), typedNumber(1500, 100), typedNumber(2998, 1)];
const NAMES = ["示例车间", "slcj", "安法三十三条", "消防法第28条", "aqscf"];

export async function run(): Promise<object> {
  const database = await openBenchDatabase();
  try {
    const clock = movableClock(`${DAY}T01:00:00.000Z`);
    const { folder, appUrl, ownerUrl } = database;
    const instance = await openInstance({
      ...{ dataDir: folder, databaseUrl: appUrl, ownerUrl, publicUrl: "http://127.0.0.1", clock },
    });
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    const began = performance.now();
    await loadStatutes(owner, (done) => done % 500 === 0 && say(`${done} statutes …`));
    const loadSeconds = (performance.now() - began) / 1000;
    await refreshStatistics(ownerUrl);
    try {
      return { ...(await measure(instance.services, owner)), loadSeconds: short(loadSeconds, 3) };
    } finally {
      await owner.end();
      await instance.close();
    }
  } finally {
    await database.close();
  }
}

async function measure(services: Services, owner: pg.Client): Promise<object> {
  const { library } = await services.library();
  const ask = (q: string) => findLaw(services.database, library, { q, force: "inForce", day: DAY });
  const ours: { q: string; ms: number; found: number }[] = [];
  for (const q of [...WORDS, ...NUMBERS, ...NAMES]) {
    const answer = await ask(q);
    const times = await repeated(ROUNDS, () => ask(q));
    ours.push({ q, ms: median(times), found: answer.articles.length });
  }
  const scans: number[] = [];
  for (const q of WORDS) {
    const words = splitQuery(q);
    const scan = await repeated(SCANS, () => scanFor(owner, words));
    scans.push(median(scan));
    await assertRight(services, owner, q);
  }
  for (const q of NUMBERS) assertNumber(q, await ask(q));
  const byWords = ours.slice(0, WORDS.length).map(({ ms }) => ms);
  const worst = ours.toSorted((a, b) => b.ms - a.ms)[0];
  return {
    ratio: short(median(byWords.map((ms, at) => ms / (scans[at] ?? Number.NaN))), 3),
    wanted: { millisecondsAtMost: MOST_MS },
    ...{ statutes: STATUTES, articles: STATUTES * ARTICLES_EACH },
    ours: short(median(ours.map(({ ms }) => ms)), 3),
    slowest: { q: worst?.q, ms: short(worst?.ms ?? Number.NaN, 3) },
    plainScan: short(median(scans), 3),
    withinLimit: ours.every(({ ms }) => ms < MOST_MS),
    queries: ours.map(({ q, ms, found }) => [q, short(ms, 3), found]),
  };
}

async function repeated(times: number, work: () => Promise<unknown>): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let round = 0; round < times; round += 1) {
    const began = performance.now();
    await work();
    taken.push(performance.now() - began);
  }
  return taken;
}

interface Place {
  readonly instrument_id: string;
  readonly article: string;
}

/** Every article in force that holds the words, by looking at all of them. */
async function scanFor(owner: pg.Client, words: readonly string[]): Promise<readonly Place[]> {
  const { rows } = await owner.query<Place>(
    `select t.instrument_id, t.article from article_texts t
     join instrument_versions v on v.instrument_id = t.instrument_id and v.version = t.version
     where ${words.map((_, at) => `position($${at + 1} in t.words) > 0`).join(" and ")}
       and v.effective_from <= date '${DAY}' and (v.effective_to is null or v.effective_to >= date '${DAY}')`,
    [...words],
  );
  return rows;
}

/** All that the scan finds; of more than the search looks at, only such as the scan finds. */
async function assertRight(services: Services, owner: pg.Client, q: string): Promise<void> {
  const words = splitQuery(q);
  const found = await articlesByWords(services.database.global, { words, day: DAY, inForceOnly: true });
  const scanned = new Set((await scanFor(owner, words)).map((one) => `${one.instrument_id}#${one.article}`));
  for (const one of found)
    assert.ok(scanned.has(`${one.instrumentId}#${one.article}`), `${q}: ${one.instrumentId} ${one.article}`);
  if (!isCut(found)) assert.equal(found.length, scanned.size, q);
  else assert.ok(scanned.size >= found.length, q);
}

function assertNumber(q: string, answer: Awaited<ReturnType<typeof findLaw>>): void {
  const number = readNumberQuery(q);
  const statute = Array.from({ length: STATUTES }, (_, at) => at).find((at) => titleOf(at) === number?.law);
  assert.ok(number && statute !== undefined, q);
  const [first, ...others] = answer.articles;
  assert.deepEqual([first?.article, others.length], [number.article, 0], q);
  assert.ok(first?.excerpt.startsWith(wordsOf(statute, Number(number.article)).slice(0, 20).replaceAll("\n", " ")), q);
}
