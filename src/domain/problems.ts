// The one catalogue of refusals: code → sentence. Each area keeps its own; this file joins them and speaks.

import { accessProblems } from "./access/problems.ts";
import { batchProblems } from "./batch/problems.ts";
import { climbingProblems } from "./climbing/problems.ts";
import { contractProblems } from "./contract/problems.ts";
import { photoProblems } from "./documents/photo-problems.ts";
import { printProblems } from "./documents/print-problems.ts";
import { documentProblems } from "./documents/report-problems.ts";
import { delegatedProblems } from "./enforcement/delegated-problems.ts";
import { enforcementProblems } from "./enforcement/problems.ts";
import { hazardProblems } from "./hazard/problems.ts";
import { inspectionProblems } from "./inspection/problems.ts";
import type { Label } from "./kernel/label.ts";
import type { Problem } from "./kernel/result.ts";
import { keyEnterpriseProblems } from "./key-enterprise/problems.ts";
import { catalogueProblems } from "./law/catalogue/problems.ts";
import { ownInstrumentProblems } from "./law/own/problems.ts";
import { lawProblems } from "./law/problems.ts";
import { suggestionProblems } from "./law/suggestion/problems.ts";
import { messageProblems } from "./messages/problems.ts";
import { organizationProblems } from "./organization/problems.ts";
import { spreadsheetProblems } from "./organization/spreadsheet-problems.ts";
import { registerProblems } from "./registers/problems.ts";
import { routingProblems } from "./routing/problems.ts";
import { scopeProblems } from "./scope/problems.ts";
import { supervisionProblems } from "./supervision/problems.ts";
import { tipProblems } from "./tip/problems.ts";
import { visitProblems } from "./visit/problems.ts";

const requestProblems: Readonly<Record<string, Label>> = {
  not_found: { zh: "没有找到。可能已经改名、已被撤下，或不在您的范围里。", en: "Not found." },
  "command.malformed": {
    zh: "这一步的内容不完整：{field}填得不对。请改好再交，原来写的还在。",
    en: "Malformed: {field}.",
  },
  "command.not_yours": { zh: "这一步不由您办。请转给该办的人。", en: "This step is not yours to take." },
  "command.not_json": { zh: "送来的内容读不懂，没有存。请更新程序后再试。", en: "The command is no JSON." },
  "command.bad_envelope": {
    zh: "送来的内容缺少{field}，没有存。请更新程序后再试。",
    en: "The envelope lacks {field}.",
  },
  "command.unknown_version": {
    zh: "程序版本比服务器新，先留在本机，服务器更新后会自动送达。",
    en: "Unknown envelope version {v}.",
  },
  "command.unknown_name": {
    zh: "服务器还不认识这一步（{name}），先留在本机，服务器更新后会自动送达。",
    en: "Unknown command {name}.",
  },
  "command.other_bytes": {
    zh: "同一编号已经交过不同的内容。原来那份没有动；请作为新的一条再交。",
    en: "Same id, other content.",
  },
  "row.exists": { zh: "这一条已经有了，没有重复存。请刷新看看现在的样子。", en: "Exists already." },
  "request.mixed": {
    zh: "一次只能送同一街道、同一身份、同一次检查的内容。",
    en: "One tenant, one membership and one visit a request.",
  },
  "request.bad_input": { zh: "{field}填得不对：{detail}", en: "{field}: {detail}" },
  "request.origin": { zh: "这个请求不是从本系统的页面发出的，没有执行。请从系统里打开再试。", en: "Foreign origin." },
  "request.too_many": {
    zh: "操作太快，请过{seconds}秒再试。写好的内容还在。",
    en: "Too many requests; try in {seconds} s.",
  },
  "request.too_large": { zh: "内容太大，最多{megabytes}MB。", en: "Too large; at most {megabytes} MB." },
  "session.none": { zh: "登录已过期，请重新登录。没交的内容还在。", en: "Signed out." },
  "session.wrong": { zh: "账号或密码不对，还可以试{left}次。", en: "Wrong login or password; {left} tries left." },
  "session.locked": {
    zh: "密码错了5次，这个账号先锁住，{minutes}分钟后再试，或请管理员重设密码。",
    en: "Locked; try in {minutes} minutes.",
  },
  "password.wrong": {
    zh: "现在的密码不对，没有改。请再输一次；忘了请管理员重设。",
    en: "The current password does not fit.",
  },
  "password.must_change": {
    zh: "这是别人给的初始密码，只能用来改密码，别的还不能办。请用浏览器打开登录页，用它登录，改成自己的密码。",
    en: "A first password only lets you change it. Sign in on the sign-in page and choose your own.",
  },
  "role.not_allowed": { zh: "这一页不由您这个身份看。可以换一个身份，或请该办的人来看。", en: "Not for your role." },
  "server.database_away": {
    zh: "数据库正在恢复，这一次还没有回音。您写的内容没有丢，请过一会儿再试，不会重复。",
    en: "The database is coming back and gave no answer. Try again in a moment; nothing is done twice.",
  },
  "server.fault": {
    zh: "系统出了故障，您写的内容没有丢。请过几分钟再试；还不行，请报编号{number}。",
    en: "Server fault {number}.",
  },
};

export const problemTexts: Readonly<Record<string, Label>> = {
  ...requestProblems,
  ...accessProblems,
  ...batchProblems,
  ...climbingProblems,
  ...contractProblems,
  ...documentProblems,
  ...photoProblems,
  ...printProblems,
  ...spreadsheetProblems,
  ...delegatedProblems,
  ...enforcementProblems,
  ...hazardProblems,
  ...inspectionProblems,
  ...keyEnterpriseProblems,
  ...tipProblems,
  ...catalogueProblems,
  ...lawProblems,
  ...suggestionProblems,
  ...ownInstrumentProblems,
  ...messageProblems,
  ...organizationProblems,
  ...registerProblems,
  ...routingProblems,
  ...scopeProblems,
  ...supervisionProblems,
  ...visitProblems,
};

/** The sentence a person reads; an unknown code is shown as it is, so that it can be reported. */
export function problemText(problem: Problem, language: keyof Label = "zh"): string {
  const text = problemTexts[problem.code]?.[language] ?? `${problem.code} ${JSON.stringify(problem.params)}`;
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(problem.params[name] ?? whole));
}
