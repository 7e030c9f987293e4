// Refusals of plan and tasks: what is, why, what to do.
import type { Label } from "../kernel/label.ts";

export const inspectionProblems: Readonly<Record<string, Label>> = {
  "plan.capacity_missing": { zh: "没有说每天最多几家。请选一个数。", en: "No number was given. Choose one." },
  "plan.expert_unfit": {
    zh: "选的人里有的不是专家，排不了检查。请只选机构的专家。",
    en: "Only an agency's experts inspect.",
  },
  "plan.officer_unfit": {
    zh: "选的带队人里有的不是街道、成员单位或村社区的人。请重新选。",
    en: "Only the subdistrict's people accompany.",
  },
  "plan.no_site": {
    zh: "“{name}”没有登记场所，不知道去哪里查。请先登记场所。",
    en: "{name} has no site. Register one first.",
  },
  "plan.not_in_scope": {
    zh: "“{name}”不在应纳入名单里，没有排，这一批都没有存。请先认定纳入，或去掉它。",
    en: "{name} is not in scope. Nothing was stored.",
  },
  "task.not_found": { zh: "没有找到这个任务。它可能不在您的范围里。", en: "Task not found." },
  "task.fulfilled": { zh: "任务{code}已经完成，不能再改。请看它的记录。", en: "Task {code} is fulfilled." },
  "task.cancelled": { zh: "任务{code}已经取消，不能再改。企业重新纳入后请重排计划。", en: "Task {code} is cancelled." },
  "task.no_planned_day": {
    zh: "只有检查排日子，{code}是督促或复查，按周期和期限办。不用改期。",
    en: "Only inspections have a planned day; {code} has none.",
  },
  "task.day_past": { zh: "{day}已经过了，排不了。请选今天或以后的工作日。", en: "{day} is past." },
  "task.day_off": { zh: "{day}不是工作日。请选前后的工作日。", en: "{day} is no working day." },
  "task.before_period": {
    zh: "{day}还没到这个周期，要从{startsOn}起。请选周期里的工作日。",
    en: "{day} is before the period, which starts on {startsOn}.",
  },
  "task.same_day": { zh: "这个任务本来就排在{day}。请换一天，或不改。", en: "It is planned on {day} already." },
  "task.officer_by_office": {
    zh: "带队的人由街道安排。请只指派本机构的专家。",
    en: "The office names its own companion.",
  },
  "task.expert_unfit": {
    zh: "选的人不是服务这家企业的机构的在岗专家。请在本机构专家里选。",
    en: "Choose an expert of the serving agency who is there on the day.",
  },
  "task.officer_unfit": {
    zh: "选的人那天不在街道、成员单位或村社区任职。请重新选。",
    en: "Choose someone of the subdistrict.",
  },
  "task.nobody_named": { zh: "没有选专家，也没有选带队的人。请至少选一位。", en: "Name an expert or a companion." },
  "task.still_in_scope": {
    zh: "企业还在应纳入名单里，任务{code}欠着，不能取消。可以改期；企业确实要移出的，请先办移出。",
    en: "The enterprise is in scope: {code} stays owed. Replan it, or decide the scope first.",
  },
  "task.inspection_needs_visit": {
    zh: "{code}是检查，要专家到场才算完成。请按计划去查。",
    en: "{code} is an inspection and needs a visit.",
  },
  "task.not_inspected": {
    zh: "{code}这一期还没检查过，不知道有没有隐患，不能记为完成。请先检查。",
    en: "{code}: the period has not been inspected yet.",
  },
  "task.hazards_open": {
    zh: "企业还有{open}条隐患没销号，{code}不能按无隐患记。请督促或复查。",
    en: "{open} hazards are open; {code} cannot be settled.",
  },
};
