// What every page of an enterprise knows of where it stands: whose page, under which address, who writes.
import { html } from "ghtml";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import type { Appearance } from "./layout.ts";

/** The person a device has introduced, or the member who is signed in. */
export interface Writer {
  readonly name: string;
  readonly position: string;
}

export interface OwnerPlace {
  /** '/l/<secret>' or '/enterprise', without a slash at the end. */
  readonly base: string;
  readonly look: Appearance;
  readonly today: LocalDate;
  readonly enterpriseName: string;
  readonly officeName: string;
  readonly agencyName: string;
  readonly communityName: string | null;
  /** Null until this device has said who writes. */
  readonly writer: Writer | null;
  /** A link may be passed on in parts; a signed-in person has colleagues of their own. */
  readonly mayDelegate: boolean;
  /** Whom a passed-on link was meant for. */
  readonly passedTo: string | null;
}

/** Name and position, asked once a device, inside whatever form is sent first. */
export function introduction(place: OwnerPlace, values: Readonly<Record<string, string | undefined>> = {}): string {
  if (place.writer)
    return html`<p class="line__s">以${place.writer.name}（${place.writer.position}）的名义交。!${change(place)}</p>`;
  return html`<fieldset class="asked"><legend>您是谁（只问这一次）</legend>
<label class="field"><span class="field__label">姓名</span><input class="input" name="name" value="${values.name}" required maxlength="40" autocomplete="name"></label>
<label class="field"><span class="field__label">职务</span><input class="input" name="position" value="${values.position}" required maxlength="40" placeholder="如：厂长、安全员、电工" autocomplete="organization-title"></label></fieldset>`;
}

/** Another person on the same phone says who they are; only where a device introduced itself. */
function change(place: OwnerPlace): string {
  return place.mayDelegate || place.passedTo !== null
    ? html`<button class="linkish" form="another" type="submit">不是您？</button>`
    : "";
}

/** The form behind 不是您？; it stands outside the other forms. */
export function anotherPersonForm(place: OwnerPlace, back: string): string {
  if (!place.writer || !(place.mayDelegate || place.passedTo !== null)) return "";
  return html`<form id="another" method="post" action="${place.base}/another-person"><input type="hidden" name="back" value="${back}"></form>`;
}

/** Who reads these pages, in one sentence each. */
export function whoSees(place: OwnerPlace): string {
  const readers = [
    html`<li><b>贵厂</b>：拿到这个链接的人。</li>`,
    place.communityName ? html`<li><b>${place.communityName}</b>：催一催、帮一把。</li>` : "",
    html`<li><b>${place.officeName}安监办</b>：看进度，答复延期。</li>`,
    html`<li><b>${place.agencyName}</b>：来查、来复查的机构。只提建议，不罚款，也不能叫您停产。</li>`,
  ];
  return html`<ul class="plain">!${readers}</ul><p class="soft">不对外公开，别的企业看不到。</p>`;
}
