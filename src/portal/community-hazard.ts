// One hazard as the community sees it: the same facts, a supervision in two taps, and the proof handed in on behalf.
import { html } from "ghtml";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import { superviseForm } from "./community-list.ts";
import { dueChip } from "./due-chip.ts";
import { type HazardView, shortened } from "./hazard-view.ts";
import { type Appearance, fold, layout, note, topBar } from "./layout.ts";
import { hazardFacts, timeline } from "./owner-hazard.ts";
import { proofForm } from "./owner-proof.ts";

export interface CommunityHazard {
  readonly look: Appearance;
  readonly today: LocalDate;
  readonly enterpriseName: string;
  readonly view: HazardView;
  readonly commandIds: { readonly supervise: string; readonly proof: string };
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly said?: string;
  readonly problem?: string;
}

export function communityHazardPage(page: CommunityHazard): string {
  const { view, today } = page;
  const { hazard } = view;
  const here = `/community/h/${hazard.id}`;
  const running = hazard.status !== "closed" && hazard.status !== "voided";
  const supervise = html`<section class="panel" id="supervise"><div class="panel__head"><h2>记一次督促</h2></div><div class="panel__body">!${superviseForm({ siteId: hazard.siteId, hazardIds: hazard.id, commandId: page.commandIds.supervise, back: here })}</div></section>`;
  const proof = html`!${proofForm({ id: "proof", base: "/community", action: `${here}/rectification`, view, commandId: page.commandIds.proof, writer: "", onBehalfOf: page.enterpriseName, values: page.values })}<button class="btn btn--main" form="proof" data-once data-needs-photo="先拍1张照片，再提交">代交给专家看</button>`;
  const body = html`!${topBar("/community", shortened(page.enterpriseName, 14), dueChip(hazard, today))}
<main class="phone__main">!${page.said ? note("ok", page.said) : ""}!${page.problem ? note("late", page.problem) : ""}
!${hazardFacts("/community", view, today)}
!${running ? supervise : ""}
!${hazard.status === "open" ? fold("camera", "企业不会用手机？代它交照片", proof, page.problem !== undefined) : ""}
!${fold("clock", "经过", timeline(view, today))}</main>`;
  return layout(page.look, { title: shortened(hazard.description, 20), body });
}
