// A clause as it is pasted into a report or a chat: title, number, document number, first day, and the words.
import type { LawReading } from "#api/law-search.ts";
import { articleLabel } from "#domain/law/statute/statute.ts";

/** 《中华人民共和国消防法》（主席令第81号，2021-04-29施行）第二十八条：… */
export function citationText(law: LawReading, article: string): string {
  const version = law.versions.find((one) => one.version === law.version);
  const facts = [version?.docNumber, version?.effectiveFrom ? `${version.effectiveFrom}施行` : undefined];
  const known = facts.filter((fact) => fact !== undefined).join("，");
  const words = law.articles.find((one) => one.article === article)?.lines.join("\n");
  const summary = law.clauses.find((one) => one.article === article)?.summary;
  const said = words ?? (summary ? `（摘要）${summary}` : "");
  return `《${law.title}》${known ? `（${known}）` : ""}${articleLabel(article)}：${said}`;
}
