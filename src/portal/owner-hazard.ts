// One hazard as its owner needs it: photo, danger in plain words, by when, numbered steps, what counts as done, the proof
// beside the original angle. Law folded, who sees this, what happens next, 要多几天 and 我有异议 always there.
import { html } from "ghtml";
import { clockOf, dayOf, spokenDay } from "#domain/calendar/local-date.ts";
import { findCommand } from "#domain/commands.ts";
import { standingPlan } from "#domain/hazard/treatment-plan.ts";
import { CITATION_ROLE_LABELS, UNVERIFIED_LABEL } from "#domain/law/labels.ts";
import { byWhen, dueChip } from "./due-chip.ts";
import {
  adviceSteps,
  type HazardView,
  photoCaption,
  photoFigure,
  photosOf,
  severityTag,
  shortened,
} from "./hazard-view.ts";
import { icon } from "./icons.ts";
import { fold, layout, note, topBar } from "./layout.ts";
import { anotherPersonForm, introduction, type OwnerPlace, whoSees } from "./owner-place.ts";
import { proofForm } from "./owner-proof.ts";
import { whatHappensNext } from "./what-next.ts";

export interface OwnerHazard {
  readonly place: OwnerPlace;
  readonly view: HazardView;
  readonly number: { readonly at: number; readonly of: number };
  /** The most urgent of the others that still have to be put right. */
  readonly next: { readonly hazardId: string; readonly left: number } | null;
  readonly commandIds: { readonly act: string; readonly proof: string };
  readonly said?: string;
  readonly problem?: string;
  readonly values?: Readonly<Record<string, string | undefined>>;
}

export function ownerHazardPage(page: OwnerHazard): string {
  const { place, view } = page;
  const { hazard } = view;
  const here = `${place.base}/h/${hazard.id}`;
  const body = html`!${topBar(place.base, `第${page.number.at}条，共${page.number.of}条`, dueChip(hazard, place.today))}
<main class="phone__main">
!${page.said ? note("ok", page.said) : ""}!${page.problem ? note("late", page.problem) : ""}
!${hazardFacts(place.base, view, place.today)}
!${hazard.status === "open" ? proofForm({ id: "proof", base: place.base, action: `${here}/rectification`, view, commandId: page.commandIds.proof, writer: introduction(place, page.values), values: page.values ?? {} }) : handedIn(page)}
!${major(here, view, place.today)}
!${sideActs(here, view)}
<section class="panel"><div class="panel__head"><h2>接下来</h2></div><div class="panel__body"><ol class="next">!${whatHappensNext(hazard, place.today).map((line) => html`<li>${line}</li>`)}</ol></div></section>
!${fold("eye", "谁看得到这条", whoSees(place))}
!${fold("clock", "经过", timeline(view, place.today))}
</main>
!${mainButton(page, here)}!${anotherPersonForm(place, here)}`;
  return layout(place.look, { title: shortened(hazard.description, 20), body });
}

/** What is wrong, by when, how to put it right, why: the same for owner and community. */
export function hazardFacts(base: string, view: HazardView, today: string): string {
  const { hazard } = view;
  const [first, ...others] = photosOf(view, "hazard");
  const more = others.map((photo) => photoFigure(base, hazard, photo, { size: "thumb", lazy: true }));
  const steps = adviceSteps(hazard.advice);
  const how =
    steps.length > 1
      ? html`<ol class="how">!${steps.map((step) => html`<li>${step}</li>`)}</ol>`
      : html`<p class="how__one">${hazard.advice}</p>`;
  return html`!${photoFigure(base, hazard, first, { size: "working", caption: photoCaption(hazard, first, today) })}
!${more.length > 0 ? html`<div class="strip">!${more}</div>` : ""}
<p class="lead">${hazard.description}</p>!${severityTag(hazard)}
<p class="soft">${byWhen(hazard, today)}!${hazard.deadlineReason && hazard.deadlineRule === "expert" ? html`专家定得短，因为${hazard.deadlineReason}。` : ""}</p>
<section class="panel"><div class="panel__head"><h2>怎么改</h2></div><div class="panel__body">!${how}
<p class="soft done-when"><b>改成这样算好：</b>${hazard.standard}</p></div></section>
!${fold("book", `为什么要改（法律依据${view.citations.length}条）`, law(view))}`;
}

function law(view: HazardView): string {
  const lines = view.citations.map(
    (one) =>
      html`<div class="law"><div class="law__head"><span class="tag">${CITATION_ROLE_LABELS[one.role].zh}</span>《${one.title}》${one.article}!${one.verified ? "" : html`<span class="tag tag--line">${UNVERIFIED_LABEL.zh}</span>`}</div><p>${shortened(one.summary, 240)}</p></div>`,
  );
  return html`!${lines}<p class="line__s">按${spokenDay(view.hazard.foundOn)}有效的文本。编号${view.hazard.number}。</p>`;
}

/** After the proof went in: what was handed in, and how to take it back. */
function handedIn(page: OwnerHazard): string {
  const { view, place, commandIds } = page;
  const proofs = [
    ...photosOf(view, "rectification"),
    ...photosOf(view, "fixedOnSite"),
    ...photosOf(view, "reinspection"),
  ].slice(-4);
  if (proofs.length === 0) return "";
  const photos = proofs.map((photo) =>
    photoFigure(place.base, view.hazard, photo, {
      size: "thumb",
      tag: photo.purpose === "reinspection" ? "复查时" : "整改后",
      lazy: true,
    }),
  );
  const sent = view.hazard.status === "submitted" ? lastProof(view) : undefined;
  const words = sent
    ? html`<p class="soft">“${shortened(sent.note ?? "", 160)}”</p><p class="line__s">${sent.actorName}${sent.onBehalf ? "代贵厂" : ""}，${spokenDay(dayOf(sent.receivedAt), place.today).replace(/（.*$/, "")}${clockOf(sent.receivedAt)}交</p>`
    : "";
  const withdraw =
    view.hazard.status === "submitted"
      ? html`<form method="post" action="${place.base}/h/${view.hazard.id}/withdraw"><input type="hidden" name="commandId" value="${commandIds.act}"><button class="btn btn--quiet" data-once>交错了，撤回重交</button></form>`
      : "";
  return html`<h2 class="h-sec">交上来的照片</h2><div class="pair">!${photos}</div>!${words}!${withdraw}`;
}

/** Who handed in the proof that waits, and in which words. */
function lastProof(view: HazardView): HazardView["acts"][number] | undefined {
  return view.acts.findLast((act) => act.command === "rectification.submit");
}

/** A major hazard, suspected or confirmed: advice to stop use, and the five fixes or the way to write them down. */
function major(here: string, { hazard, plans }: HazardView, today: string): string {
  if (hazard.severity === "general") return "";
  const plan = standingPlan(plans);
  const advice = hazard.stopUseAdvice
    ? html`<p><b>机构建议先停用：</b>${hazard.stopUseAdvice}</p><p class="line__s">这是建议，不是命令；要下命令，由执法人员依法作出。</p>`
    : "";
  const listed = hazard.listed ? html`<p><b>街道已挂牌督办。</b>复查合格销号后摘牌。</p>` : "";
  const writable = hazard.status === "open" || hazard.status === "submitted";
  const link = writable
    ? html`<p><a class="btn btn--wide" href="${here}/plan">!${icon("file")}${plan?.origin === "enterprise" ? "改治理方案" : "填治理方案（五落实）"}</a></p>`
    : "";
  return html`<section class="panel"><div class="panel__head"><h2>重大隐患怎么治理</h2></div><div class="panel__body">!${advice}!${listed}!${plan ? fiveFixes(plan, today) : html`<p class="soft">要写清五件事：谁负责、怎么治、多少钱、哪天完成、出事怎么办。</p>`}!${link}</div></section>`;
}

function fiveFixes(plan: HazardView["plans"][number], today: string): string {
  const rows = [
    ["责任", plan.responsible],
    ["措施", plan.measures],
    ["资金", `${plan.fundsFen / 100}元`],
    ["时限", spokenDay(plan.finishOn, today)],
    ["预案", plan.contingencyPlan],
  ].map(([name, text]) => html`<dt>${name}</dt><dd>${text}</dd>`);
  const who = plan.origin === "enterprise" ? "贵厂填的" : "机构的建议，贵厂可以照改";
  return html`<dl class="fixes">!${rows}</dl><p class="line__s">${who}，${plan.enteredByName}，${spokenDay(dayOf(plan.enteredAt), today).replace(/（.*$/, "")}</p>`;
}

function sideActs(here: string, view: HazardView): string {
  const { hazard } = view;
  const extend = hazard.status === "open" && !hazard.extensionPending && hazard.rectificationDue;
  const object = hazard.status !== "voided" && !hazard.contested;
  if (!extend && !object) return "";
  return html`<div class="chiprow">!${extend ? html`<a class="pick" href="${here}/extension">!${icon("clock")}要多几天</a>` : ""}!${object ? html`<a class="pick" href="${here}/objection">!${icon("ask")}我有异议</a>` : ""}</div>`;
}

/** One main button: first “received”, then the proof, then on to what is left. */
function mainButton({ place, view, commandIds, next }: OwnerHazard, here: string): string {
  const { hazard } = view;
  if (hazard.status !== "open")
    return next
      ? html`<div class="phone__act"><a class="btn btn--primary btn--main" href="${place.base}/h/${next.hazardId}">看下一条，还有${next.left}条要改</a></div>`
      : html`<div class="phone__act"><a class="btn btn--main" href="${place.base}">回到清单</a></div>`;
  const proof = (kind: string, waiting: string) =>
    html`<button class="btn ${kind} btn--main" form="proof" data-once data-needs-photo="${waiting}">交给专家看</button>`;
  if (hazard.acknowledgedAt)
    return html`<div class="phone__act">!${proof("btn--primary", "先拍1张照片，再提交")}</div>`;
  return html`<div class="phone__act"><form method="post" action="${place.base}/receive"><input type="hidden" name="commandId" value="${commandIds.act}"><input type="hidden" name="hazardId" value="${hazard.id}"><input type="hidden" name="back" value="${here}"><button class="btn btn--primary btn--main" data-once>收到，我来改</button></form>!${proof("", "改好再拍照交")}</div>`;
}

const SHOWN_ACTS = 20;

/** Newest first: what, who, when, and the words. */
export function timeline(view: HazardView, today: string): string {
  const acts = view.acts.toReversed().slice(0, SHOWN_ACTS);
  const lines = acts.map((act) => {
    const what = findCommand(act.command)?.label.zh ?? act.command;
    const day = spokenDay(dayOf(act.receivedAt), today).replace(/（.*$/, "");
    const behalf = act.onBehalf ? "（代企业）" : "";
    return html`<li class="event"><div class="event__what">${what}</div><div class="line__s">${day}${clockOf(act.receivedAt)}，${act.actorName}${behalf}</div>!${act.note ? html`<div class="soft">“${shortened(act.note, 160)}”</div>` : ""}</li>`;
  });
  return lines.length > 0 ? html`<ol class="events">!${lines}</ol>` : html`<p class="soft">还没有记录。</p>`;
}
