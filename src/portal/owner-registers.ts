// The enterprise's own books on a phone: what runs out first on top, then register by register, each with its way to add.
import { html } from "ghtml";
import { type LocalDate, spokenDay } from "#domain/calendar/local-date.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { dueSourceLabels, sayRegisterDue } from "#domain/registers/due.ts";
import {
  isRegisterKind,
  type RegisterKind,
  registerKindRules,
  registerKinds,
  varietyLabel,
} from "#domain/registers/kinds.ts";
import { shortened } from "./hazard-view.ts";
import { type IconName, icon } from "./icons.ts";
import { fold, layout, note, topBar } from "./layout.ts";
import { anotherPersonForm, introduction, type OwnerPlace } from "./owner-place.ts";

export type Entry = Row<"registerEntries">;

export interface OwnerRegisters {
  readonly place: OwnerPlace;
  /** Standing and renewed ones, the next day first. */
  readonly entries: readonly Entry[];
  /** One register alone, with more of it. */
  readonly only?: RegisterKind;
  readonly said?: string;
}

/** Few enough that the page stays below 60 kB whatever the words are; a register of its own page shows more. */
const OVERVIEW = { standing: 5, renewed: 1 };
const ON_ITS_OWN = { standing: 40, renewed: 15 };

const drawnFor = { ok: "clock", soon: "glass", late: "alert", rest: "done" } as const satisfies Record<
  string,
  IconName
>;

export function registerChip(entry: Entry, today: LocalDate): string {
  const { tone, word } = sayRegisterDue(entry, today);
  return html`<span class="due due--${tone}"><span class="sr-only">期限：</span>!${icon(drawnFor[tone])}${word.zh}</span>`;
}

export function ownerRegistersPage({ place, entries, said, only }: OwnerRegisters): string {
  const shown = only ? ON_ITS_OWN : OVERVIEW;
  const kinds = only ? [only] : registerKinds;
  const body = html`!${topBar(only ? `${place.base}/registers` : place.base, only ? registerKindRules[only].label.zh : "台账")}
<main class="phone__main">!${said ? note("ok", said) : ""}<h2 class="h-sec">!${greeting(place, entries)}</h2>
<p class="soft">证照、培训、演练记在这里，到期前90天、30天、7天会提醒贵厂。街道、村社区和机构看得到，别的企业看不到。</p>
!${kinds.map((kind) => kindPanel(place, kind, entries, shown))}</main>`;
  return layout(place.look, { title: "贵厂的台账", body });
}

function greeting({ today }: OwnerPlace, entries: readonly Entry[]): string {
  const standing = entries.filter((entry) => entry.state === "standing");
  const tones = standing.map((entry) => (entry.dueOn === null ? "rest" : sayRegisterDue(entry, today).tone));
  const late = tones.filter((tone) => tone === "late").length;
  const soon = tones.filter((tone) => tone === "soon").length;
  if (standing.length === 0) return "还没有记过台账";
  if (late > 0) return html`${late}项已过期!${soon > 0 ? html`，${soon}项30天内到期` : ""}`;
  return soon > 0 ? html`${soon}项30天内到期` : html`记了${standing.length}项，近30天没有到期的`;
}

function kindPanel(
  place: OwnerPlace,
  kind: RegisterKind,
  entries: readonly Entry[],
  shown: { readonly standing: number; readonly renewed: number },
): string {
  const own = entries.filter((entry) => entry.kind === kind);
  const standing = own.filter((entry) => entry.state === "standing");
  const renewed = own.filter((entry) => entry.state === "renewed");
  const lines = standing.slice(0, shown.standing).map((entry) => entryLine(place, entry));
  const older = renewed.slice(-shown.renewed).map((entry) => entryLine(place, entry));
  const more = own.length - lines.length - older.length;
  const all =
    shown === OVERVIEW
      ? html`<a class="line" href="${place.base}/registers?kind=${kind}"><span class="grow line__t">还有${more}项，看全部</span>!${icon("right")}</a>`
      : html`<p class="panel__sub line__s">还有${more}项没有显示，最早到期的都在上面。全部的可以请街道导出。</p>`;
  const { zh: name } = registerKindRules[kind].label;
  return html`<section class="panel"><div class="panel__head row row--between"><h2>${name}</h2><a class="btn btn--quiet" href="${place.base}/registers/add?kind=${kind}" aria-label="添一条${name}">添一条</a></div>
!${lines.length > 0 ? lines : html`<p class="panel__sub line__s">还没有记。</p>`}!${older.length > 0 ? html`<details class="fold fold--in"><summary>!${icon("clock")}以前的${renewed.length}项!${icon("down", "fold__arrow")}</summary><div class="fold__body">!${older}</div></details>` : ""}!${more > 0 ? all : ""}</section>`;
}

function entryLine(place: OwnerPlace, entry: Entry): string {
  const kind = isRegisterKind(entry.kind) ? varietyLabel(entry.kind, entry.variety).zh : entry.kind;
  const on = entry.happenedOn ? `，${spokenDay(entry.happenedOn, place.today).replace(/（.*$/, "")}` : "";
  return html`<a class="line" href="${place.base}/registers/${entry.id}"><span class="grow"><span class="line__t">${shortened(entry.subject, 40)}</span><br><span class="line__s">${kind}${on}</span></span>!${registerChip(entry, place.today)}</a>`;
}

export interface OwnerEntry {
  readonly place: OwnerPlace;
  readonly entry: Entry;
  readonly photos: readonly string[];
  /** The form to correct it, as markup; absent once it is struck out. */
  readonly correctForm: string;
  readonly commandId: string;
  readonly problem?: string;
  readonly said?: string;
  readonly isCorrecting: boolean;
}

/** One entry: what it says, who entered it, its photos; corrected or struck out below. */
export function ownerEntryPage(page: OwnerEntry): string {
  const { place, entry } = page;
  const back = `${place.base}/registers`;
  const here = `${back}/${entry.id}`;
  const body = html`!${topBar(back, isRegisterKind(entry.kind) ? registerKindRules[entry.kind].label.zh : "台账", registerChip(entry, place.today))}
<main class="phone__main">!${page.said ? note("ok", page.said) : ""}!${page.problem ? note("late", page.problem) : ""}
<section class="panel"><div class="panel__body"><h2>${entry.subject}</h2>!${facts(page)}</div></section>
!${page.photos.map((id) => html`<img class="register__photo" src="${back}/photo/${id}?size=working" alt="${entry.subject}的照片" loading="lazy">`)}
!${page.correctForm ? fold("file", "写错了？改一下", page.correctForm, page.isCorrecting) : ""}
!${page.correctForm ? fold("void", "记重了？划掉", strikeForm(page, here)) : ""}
</main>!${anotherPersonForm(place, here)}`;
  return layout(place.look, { title: shortened(entry.subject, 20), body });
}

function facts({ place, entry }: OwnerEntry): string {
  if (!isRegisterKind(entry.kind)) return "";
  const rule = registerKindRules[entry.kind];
  const day = (on: string) => spokenDay(on, place.today);
  const source = dueSourceLabels[entry.dueSource].zh;
  const lines: readonly (readonly [string, string | null])[] = [
    ["种类", varietyLabel(entry.kind, entry.variety).zh],
    [rule.happenedOn.zh, entry.happenedOn && day(entry.happenedOn)],
    [rule.dueOn.zh, entry.dueOn ? `${day(entry.dueOn)}（${source}）` : source],
    [rule.number?.zh ?? "编号", entry.number],
    [rule.headcount?.zh ?? "人数", entry.headcount === null ? null : `${entry.headcount}人`],
    ["备注", entry.note],
    ["谁记的", `${entry.enteredByName}${entry.onBehalf ? "（代贵厂记）" : ""}`],
    ["改过", entry.correctedByName && `${entry.correctedByName}：${entry.correctedReason ?? ""}`],
    ["划掉", entry.struckByName && `${entry.struckByName}：${entry.struckReason ?? ""}`],
  ];
  return html`<dl class="pairs">!${lines.map(([name, value]) => (value ? html`<div><dt>${name}</dt><dd>${value}</dd></div>` : ""))}</dl>`;
}

function strikeForm({ place, commandId }: OwnerEntry, here: string): string {
  return html`<form class="filled" method="post" action="${here}/strike"><input type="hidden" name="commandId" value="${commandId}">
<label class="field"><span class="field__label">为什么划掉</span><input class="input" name="reason" required maxlength="200" placeholder="如：和上一条记重了"></label>
!${introduction(place)}<button class="btn btn--main" data-once>划掉这一条</button></form>`;
}
