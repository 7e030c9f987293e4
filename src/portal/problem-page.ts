// What a person sees when something cannot be done: what is, why, what to do; a number to report when it is our fault.
import { html } from "ghtml";
import { type Appearance, statePage } from "./layout.ts";

export function problemPage(look: Appearance, words: { title: string; text: string; back?: string }): string {
  return statePage(look, {
    title: words.title,
    drawn: "alert",
    lines: [words.text],
    more: words.back ? html`<p><a class="btn btn--main" href="${words.back}">返回</a></p>` : "",
  });
}

/** The database does not answer for a moment: what was read can be asked again, what was written lies in the form behind. */
export function databaseAwayPage(look: Appearance, of: { readonly wroteForm: boolean }): string {
  return statePage(look, {
    title: "系统正在恢复，请等一会儿",
    drawn: "clock",
    lines: of.wroteForm
      ? [
          "刚才交的这一次还没有回音，不知道存了没有。",
          "过一两分钟，返回刚才那一页看一眼：已经存了，那里会写着；没有，就再交一次。",
        ]
      : ["您看的内容没有丢，一般一两分钟就好。过一会儿点“再看一次”。"],
    more: of.wroteForm ? "" : html`<p><a class="btn btn--main" href="">再看一次</a></p>`,
  });
}

/** The answer to a form that had been sent before with other words. */
export function alreadySentPage(look: Appearance, back: string): string {
  return statePage(look, {
    title: "这一份已经交过了",
    drawn: "done",
    lines: ["刚才那次已经收到，没有重复存。要改内容，请回到这一条再交。"],
    more: html`<p><a class="btn btn--primary btn--main" href="${back}">看现在的样子</a></p>`,
  });
}
