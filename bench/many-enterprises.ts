// Invented enterprises by the hundred thousand, copied in the database from one that was registered by command: a directory to
// search needs names, not histories.
import { randomUUID } from "node:crypto";
import pg from "pg";

const BRANDS = "立信恒达瑞木青岚盘古长虹宏图永盛华丰鼎新远大金泰和顺天成百川同创凯越";
const TRADES = [
  "紧固件",
  "机械",
  "家具",
  "轴承",
  "减速机",
  "印染",
  "注塑",
  "电镀",
  "食品",
  "包装",
  "五金",
  "木业",
] as const;
const FORMS = ["有限公司", "厂", "股份有限公司", "科技有限公司"] as const;
const PORTION = 5_000;

/** The name of number `no`; the same every time. */
export function inventedName(no: number): string {
  const [first, second] = [no % BRANDS.length, Math.floor(no / BRANDS.length) % BRANDS.length];
  const place = ["杭州", "余杭", "临平", ""][no % 4] ?? "";
  return `${place}${BRANDS[first]}${BRANDS[second]}${TRADES[no % TRADES.length]}${FORMS[no % FORMS.length]}${no}`;
}

/** Adds enterprises, each with one site, beside the one given, so that its agency serves them all. */
export async function addEnterprises(ownerUrl: string, like: string, from: number, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (let start = from; start < from + count; start += PORTION) {
      const numbers = Array.from({ length: Math.min(PORTION, from + count - start) }, (_, index) => start + index);
      const ids = numbers.map(() => randomUUID());
      await client.query(
        `insert into enterprises select filled.* from unnest($1::uuid[], $2::int[], $3::text[]) as made (id, no, name),
           enterprises e,
           jsonb_populate_record(e, jsonb_build_object('id', made.id, 'register_no', made.no, 'name', made.name)) filled
         where e.id = $4`,
        [ids, numbers, numbers.map(inventedName), like],
      );
      await client.query(
        `insert into sites select filled.* from unnest($1::uuid[], $2::uuid[], $3::text[]) as made (id, owner, address),
           sites s,
           jsonb_populate_record(s, jsonb_build_object('id', made.id, 'enterprise_id', made.owner, 'address', made.address)) filled
         where s.enterprise_id = $4`,
        [numbers.map(() => randomUUID()), ids, numbers.map((no) => `演示路${no}号`), like],
      );
    }
  } finally {
    await client.end();
  }
}
