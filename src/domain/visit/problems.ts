// What is refused on a visit: what is, why, what to do.
import type { Label } from "../kernel/label.ts";

export const visitProblems = {
  "visit.already_started": {
    zh: "{enterprise}的这次检查已经开始，接着查就行。",
    en: "This visit to {enterprise} has started already. Go on with it.",
  },
  "visit.already_finished": {
    zh: "{enterprise}的这次检查已收尾，收尾后内容不再改。要补查，请另开一次检查。",
    en: "The visit to {enterprise} is finished and no longer changes. Start another visit to add to it.",
  },
  "visit.not_finished": {
    zh: "这次检查还在“{status}”，收尾后才能签字。请先收尾。",
    en: "The visit is not finished, so nothing can be signed yet. Finish it first.",
  },
  "visit.other_expert": {
    zh: "这次检查由{expert}做，别人不能改。请转给{expert}。",
    en: "This is the visit of {expert} and nobody else changes it. Pass it on to {expert}.",
  },
  "visit.site_not_served": {
    zh: "{enterprise}不由本机构服务，不能在这里开始检查。请街道核对合同。",
    en: "Your agency does not serve {enterprise}. Ask the office to look at the contract.",
  },
  "visit.task_not_owed": {
    zh: "任务{code}已经办完或取消，不能再算一次。请换一个任务，或不带任务开始。",
    en: "Task {code} is fulfilled or cancelled and counts only once. Choose another, or start without one.",
  },
  "visit.task_not_for_visit": {
    zh: "任务{code}是督促，由村社区或街道办，专家到场不算。请去掉这个任务。",
    en: "Task {code} is a supervision, which community or office owes. Leave it out.",
  },
  "visit.code_of_no_task": {
    zh: "编号{code}不是所选任务的编号。请用其中一个任务的编号。",
    en: "{code} is the code of none of the chosen tasks. Use the code of one of them.",
  },
  "visit.code_taken": {
    zh: "编号{code}已经用过，不能再建一个任务。请换一个编号。",
    en: "The code {code} is taken. Make another one.",
  },
  "visit.no_period": {
    zh: "{day}不在任何服务周期里，检查没有地方算。请街道先设好服务方案。",
    en: "{day} lies in no period of the scheme. Ask the office to set up the scheme first.",
  },
  "visit.accompanied_name_missing": {
    zh: "陪同人选了{by}，还没写姓名。请写上姓名。",
    en: "Someone accompanies, but the name is missing. Add it.",
  },
  "visit.accompaniment_reason_missing": {
    zh: "这次没有人陪同，还没写原因。没人陪同要计数，请写明原因。",
    en: "Nobody accompanies and no reason is given. It is counted, so say why.",
  },
  "visit.order_words": {
    zh: "“{text}”里有“责令”。机构只提建议，不下命令；请改成建议的说法，引用法条放进引号。",
    en: "“{text}” gives an order. An agency only advises; reword it, and put quoted law into quotation marks.",
  },
  "visit.hazard_order_words": {
    zh: "隐患{number}的文字里有“责令”，不能印进文书。请先更正这条隐患。",
    en: "The words of hazard {number} give an order and cannot be printed. Correct the hazard first.",
  },
  "visit.hazard_incomplete": {
    zh: "隐患{number}还缺内容，文书做不出来。请先补齐这条隐患。",
    en: "Hazard {number} is incomplete, so no document can be made. Complete it first.",
  },
  "visit.departed_before_arrival": {
    zh: "离场时间早于到场时间，对不上。请核对手机时间，或改离场时间。",
    en: "The departure is before the arrival. Check the phone's clock or change the time.",
  },
  "visit.incomplete": {
    zh: "还差{count}处，不能收尾：{missing}。请逐处补好再收尾。",
    en: "{count} things are missing, so the visit cannot be finished: {missingEn}. Add them first.",
  },
  "finding.unknown_item": {
    zh: "检查项{code}不在现在的目录里，没有记下。请更新目录后重选这一项。",
    en: "Item {code} is not in the catalogue. Update the catalogue and choose it again.",
  },
  "onSiteRecord.number_taken": {
    zh: "记录编号{number}已经用过，不能再签一份。请用下一个序号。",
    en: "The number {number} is taken. Use the next sequence number.",
  },
  "onSiteRecord.signature_missing": {
    zh: "还没签字：{missing}。各方签字或写明拒签才算送达，请补签。",
    en: "A signature is missing. Every side signs, or its refusal is written down; add it.",
  },
  "onSiteRecord.expert_must_sign": {
    zh: "记录是专家做的，专家不能拒签。请专家签字。",
    en: "The record is the expert's own, so the expert cannot refuse. Sign it.",
  },
  "onSiteRecord.refusal_reason_missing": {
    zh: "{name}没有签字，也没写原因。拒签要写明原因才算送达，请写上。",
    en: "{name} refused to sign and no reason is written down. A refusal serves only with its reason; add it.",
  },
  "onSiteRecord.signature_twice": {
    zh: "同一个签字交了两次，没有送达。请重新签一次。",
    en: "One signature was given twice. Sign again.",
  },
  "onSiteRecord.digest_differs": {
    zh: "签的内容和系统里的不一样，{number}没有送达，签字还在本机。请先送达前面的内容，再让三方看过重签。",
    en: "What was signed differs from what is stored, so {number} is not served. Send what came before, then sign again.",
  },
  "photo.already_stored": {
    zh: "这张照片早已收到，不用再存。",
    en: "This photo has been stored before. Nothing is left to do.",
  },
  "photo.not_expected": {
    zh: "这张照片现在是“{state}”，只有还没收到的照片才能报遗失。请刷新后再看。",
    en: "Only a photo that has not arrived can be declared lost. Look again after a refresh.",
  },
  "photo.not_declared_lost": {
    zh: "这张照片现在是“{state}”，专家报了遗失才能确认。请先问专家。",
    en: "The photo was not declared lost, so there is nothing to confirm. Ask the expert first.",
  },
  "photo.loss_already_confirmed": {
    zh: "{name}已经确认过这张照片遗失，不用再确认。",
    en: "{name} confirmed this loss before. Nothing is left to do.",
  },
} as const satisfies Record<string, Label>;
