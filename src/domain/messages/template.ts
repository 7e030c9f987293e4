// A template is plain text with words in braces. What a template may name is its event's list and nothing else.
import { ok, type Refused, type Result, refuse } from "../kernel/result.ts";
import { forbiddenOrderWords } from "../law/own-words.ts";
import { eventTexts, type MessageEvent } from "./events.ts";

const WORD = /\{([^{}]*)\}/g;

/** The template as it may be stored, or what is wrong with it: an unknown word, an open brace, or an order (design, R9). */
export function checkTemplate(event: MessageEvent, body: string): Result<string> {
  const { words, label } = eventTexts[event];
  for (const [, name = ""] of body.matchAll(WORD)) {
    if (!Object.hasOwn(words, name)) return unknownWord(name, label.zh, Object.keys(words));
  }
  if (/[{}]/.test(body.replaceAll(WORD, ""))) return refuse("message.open_brace", { event: label.zh });
  if (forbiddenOrderWords(body).length > 0) return refuse("message.order_words", { event: label.zh });
  return ok(body);
}

function unknownWord(name: string, event: string, known: readonly string[]): Refused {
  return refuse("message.unknown_word", { word: name, event, known: known.map((one) => `{${one}}`).join("") });
}

/** The words filled in; one without a value becomes a dash, never an empty gap or a brace. One pass: values are not templates. */
export function fillTemplate(body: string, words: Readonly<Record<string, string>>): string {
  return body.replaceAll(WORD, (_whole, name: string) => (Object.hasOwn(words, name) && words[name]) || "—");
}

/** How a template reads with its event's samples. */
export function previewTemplate(event: MessageEvent, body: string): string {
  return fillTemplate(body, eventTexts[event].words);
}

/** Several messages to one address as one: what waits is counted, each stands on a line of its own. */
export function digestText(texts: readonly string[]): string {
  if (texts.length === 1) return texts[0] ?? "";
  return [`闭环提醒${texts.length}条`, ...texts.map((text, index) => `${index + 1}. ${text}`)].join("\n");
}

/** Cut to so many bytes of UTF-8, at a character, with how much was left out said at the end. */
export function withinBytes(text: string, most: number): string {
  if (bytesOf(text) <= most) return text;
  const tail = "……（没显示完，请进系统看）";
  const room = most - bytesOf(tail);
  let used = 0;
  let kept = "";
  for (const character of text) {
    used += bytesOf(character);
    if (used > room) break;
    kept += character;
  }
  return kept + tail;
}

/** Length in UTF-8, counted by code point: the domain knows no encoder. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
