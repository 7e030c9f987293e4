// An invented list as an office's Excel really looks: titles, unit in head or title, a total and a 制表人 line, full-width
// digits, spaces and small letters in codes, numbers as text and formula, a doubled row, blank rows. With its truth.
import { type GridCell, writeGrid } from "#server/files/spreadsheet-writer.ts";
import { type InventedEnterprise, inventEnterprises } from "./invented-enterprises.ts";
import { refusedSamples } from "./refused-samples.ts";

export interface EnterpriseListOptions {
  readonly seed?: number;
  /** In which unit revenue is written. */
  readonly unit?: "万元" | "元";
  /** Where the unit is named. */
  readonly unitIn?: "head" | "title";
  /** Adds rows below the list that cannot be taken. */
  readonly withRefused?: boolean;
}

export interface EnterpriseListTruth {
  readonly accepted: number;
  readonly scope: { readonly a: number; readonly b: number; readonly none: number };
  /** Industrial enterprises from 10,000,000 yuan (R4). */
  readonly standardization: number;
  /** With the row each stands in, as Excel numbers it. */
  readonly enterprises: readonly (InventedEnterprise & { readonly row: number })[];
  /** Cells that keep their row out. */
  readonly refused: readonly { readonly row: number; readonly field: string }[];
}

export interface MadeEnterpriseList {
  readonly bytes: Uint8Array;
  readonly truth: EnterpriseListTruth;
}

const FEN = { 万元: 1_000_000, 元: 100 } as const;

/** Digits and letters in full width. */
function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

function withCommas(amount: number): string {
  const [whole = "", decimals] = String(amount).split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (decimals === undefined ? "" : `.${decimals}`);
}

/** How a code is written: mostly right, here and there in small letters, with spaces, in full width, as text with an apostrophe. */
function writtenCode(code: string, index: number): string {
  if (index % 41 === 7) return code.toLowerCase();
  if (index % 41 === 15) return `${code.slice(0, 8)} ${code.slice(8, 14)} ${code.slice(14)}`;
  if (index % 41 === 23) return fullWidth(code);
  return index % 41 === 31 ? `'${code}\u00a0` : code;
}

/** How an amount is written: mostly a number, here and there text with commas, full-width digits, its own unit, a formula. */
function writtenAmount(amount: number, unit: "万元" | "元", index: number): GridCell {
  if (index % 37 === 5) return withCommas(amount);
  if (index % 37 === 12) return fullWidth(String(amount));
  if (index % 37 === 20) return `${amount}${unit}`;
  return index % 37 === 29 ? { formula: `${amount}*1`, value: amount } : amount;
}

function writtenName(name: string, index: number): string {
  if (index % 53 === 9) return ` ${name}\u3000`;
  return index % 53 === 33 ? name.replace("有限公司", "\n有限公司") : name;
}

function writtenScale(aboveScale: boolean, index: number): string {
  if (index % 29 === 11) return aboveScale ? "规上" : "规下";
  return index % 29 === 17 ? (aboveScale ? "√" : "×") : aboveScale ? "是" : "否";
}

const EXTRA_REMARKS: Readonly<Record<number, string>> = {
  3: "厂房120㎡",
  50: "<b>已搬迁</b>",
  60: "=1+1",
  70: "有夜班🌙",
};

function rowOf(enterprise: InventedEnterprise, index: number, unit: "万元" | "元"): GridCell[] {
  const { name, creditCode, communityName, industryCode, industry, aboveScale, employees } = enterprise;
  return [
    index + 1,
    writtenName(name, index),
    writtenCode(creditCode, index),
    communityName,
    index % 47 === 19 ? ` ${industryCode.toLowerCase()}` : industryCode,
    industry,
    writtenAmount(enterprise.mainRevenueFen / FEN[unit], unit, index),
    writtenScale(aboveScale, index),
    index % 31 === 13 ? `${employees}人` : employees,
    enterprise.address,
    enterprise.principalName,
    enterprise.principalPhone,
    enterprise.tag,
    enterprise.remark ?? EXTRA_REMARKS[index] ?? null,
  ];
}

function headOf(unit: string | null): GridCell[] {
  const revenue = unit === null ? "年主营业务收入" : `年主营业务收入（${unit}）`;
  const left = ["序号", "企业名称", "统一社会信用代码", "所属村（社区）", "行业代码", "行业名称", revenue];
  return [...left, "是否规上", "从业人数", "详细地址", "主要负责人", "联系电话", "重点标签", "备注"];
}

/** Blank lines and a head printed again stand before these positions of the list. */
const BLANK_BEFORE = 40;
const HEAD_AGAIN_BEFORE = 90;
/** The enterprise that stands in the list twice, the second time without its code. */
const DOUBLED = 25;

interface Laid {
  readonly grid: GridCell[][];
  readonly enterprises: (InventedEnterprise & { row: number })[];
}

function lay(enterprises: readonly InventedEnterprise[], unit: "万元" | "元", unitIn: "head" | "title"): Laid {
  const head = headOf(unitIn === "head" ? unit : null);
  const stated = unitIn === "title" ? `单位：${unit}、人` : "单位：见表头";
  const grid: GridCell[][] = [
    ["青岚街道企业安全生产社会化服务对象名单（演示数据，企业均为虚构）"],
    [`填报单位：街道安监办\u3000\u3000${stated}\u3000\u30002026年4月`],
    head,
  ];
  const placed: Laid["enterprises"] = [];
  for (const [index, enterprise] of enterprises.entries()) {
    if (index === BLANK_BEFORE) grid.push([], ["", " "]);
    if (index === HEAD_AGAIN_BEFORE) grid.push(head);
    grid.push(rowOf(enterprise, index, unit));
    placed.push({ ...enterprise, row: grid.length });
  }
  const twice = enterprises[DOUBLED];
  if (twice) grid.push(rowOf(twice, enterprises.length, unit).with(2, null));
  return { grid, enterprises: placed };
}

/** The list as an .xlsx file, and what importing it must give. */
export async function makeEnterpriseList(options: EnterpriseListOptions = {}): Promise<MadeEnterpriseList> {
  const { seed = 1, unit = "万元", unitIn = "head", withRefused = false } = options;
  const invented = inventEnterprises(seed);
  const { grid, enterprises } = lay(invented, unit, unitIn);
  const refused: { row: number; field: string }[] = [];
  for (const sample of withRefused ? refusedSamples(seed, invented) : []) {
    grid.push(rowOf(sample.enterprise, 1000, unit).with(sample.column, sample.written));
    refused.push({ row: grid.length, field: sample.field });
  }
  grid.push([enterprises.length + 1], ["合计", `共${enterprises.length + refused.length}家`]);
  grid.push([`制表人：陆科员\u3000\u3000审核：\u3000\u3000联系电话：0571-00000000`]);
  const count = (ground: "a" | "b" | null) => enterprises.filter((enterprise) => enterprise.ground === ground).length;
  const owing = enterprises.filter(
    ({ industryCode, mainRevenueFen }) => industryCode.startsWith("C") && mainRevenueFen >= 1e9,
  );
  const truth = {
    accepted: enterprises.length,
    scope: { a: count("a"), b: count("b"), none: count(null) },
    standardization: owing.length,
    enterprises,
    refused,
  };
  return { bytes: await writeGrid("企业名单", grid), truth };
}
