// The refusals of a hazard's life. Each sentence says what is, why, and what to do (ui: 拒绝说三件事).
import type { Label } from "../kernel/label.ts";

export const hazardProblems: Readonly<Record<string, Label>> = {
  "hazard.not_found": { zh: "没有找到这条隐患。", en: "Hazard not found." },
  "hazard.wrong_status": {
    zh: "隐患{number}{statusZh}，还不能{commandZh}：{fromZh}的隐患才办这一步。{nextZh}。",
    en: "Hazard {number} is “{statusEn}”, so “{commandEn}” is not possible: it takes {fromEn}. {nextEn}.",
  },
  "hazard.wrong_role": {
    zh: "{commandZh}这一步由{rolesZh}办。请转给该办的人。",
    en: "“{commandEn}” is for {rolesEn}. Please pass it on.",
  },
  "hazard.agency_orders": {
    zh: "文字里有“责令”，没有存。机构只提建议，责令要由执法人员依法作出；请改成建议的说法，引用法条原文请加引号。",
    en: "The text gives an order, so it was not stored: an agency only advises. Reword it as advice; put quoted law in quotation marks.",
  },
  "hazard.visit_not_found": {
    zh: "没有找到这次检查。请先在本机开始检查，再记隐患。",
    en: "Visit not found. Start the visit first.",
  },
  "hazard.already_recorded": {
    zh: "这条隐患已经记过，编号{number}，没有重复存。",
    en: "Already recorded as {number}; nothing was stored twice.",
  },
  "hazard.item_unknown": {
    zh: "检查目录里没有{item}这一项，可能已停用。请换一项再记。",
    en: "The catalogue has no item {item}; it may have been retired. Choose another.",
  },
  "hazard.no_such_earlier": {
    zh: "要关联的旧隐患不在这家企业的同一检查项里，或者已经作废，没有记。请不关联，直接记成新的一条。",
    en: "The earlier hazard is not of the same item at this enterprise, or is voided. Record it without the link.",
  },
  "hazard.number_taken": {
    zh: "编号{number}已经用在这次检查的另一条隐患上。请用下一个序号再记。",
    en: "Number {number} is another hazard's of this visit. Use the next sequence.",
  },
  "hazard.no_scheme": {
    zh: "{day}不在任何服务方案的年度里，期限算不出来。请街道先建好这一年的方案。",
    en: "No scheme covers {day}, so no deadline follows. The office is to set up the year's scheme first.",
  },
  "hazard.needs_started_visit": {
    zh: "还不能{commandZh}：这一步要在您本人正在该场所进行的检查里办。请先开始检查。",
    en: "“{commandEn}” belongs to your own visit in progress at this site. Start the visit first.",
  },
  "hazard.needs_same_visit": {
    zh: "当场整改只能在发现它的那次检查里、由同一位专家记。检查已结束的，请等复查时再记合格。",
    en: "Fixing on site is recorded by the same expert on the very visit that found it. Afterwards, pass it at re-inspection.",
  },
  "hazard.needs_photo_or_reason": {
    zh: "还没有照片，也没有选无照片的原因，没有存。隐患要有照片才说得清；请拍一张，或选一个列明的原因。",
    en: "Neither a photo nor a listed reason for none. Take a photo or choose the reason.",
  },
  "hazard.needs_photo": {
    zh: "还不能{commandZh}：缺照片，改没改要看得见。请补拍一张再交。",
    en: "“{commandEn}” needs a photo, for the result must be seen. Add one and try again.",
  },
  "hazard.needs_clause": {
    zh: "还缺一条检查当日有效的依据，没有存。罚则、施行日待补和只列文件名的都不算；请另选一条有效条款。",
    en: "No clause in force on the day: penalties, clauses of unknown date and whole documents do not count. Choose another clause.",
  },
  "hazard.needs_deadline": {
    zh: "还不能{commandZh}：没有写新的整改期限，企业不知道改到哪天。请填天数。",
    en: "“{commandEn}” needs a new deadline, or the enterprise cannot know by when. Fill in the days.",
  },
  "hazard.needs_service": {
    zh: "还没有签字，也没有拒签记录，不算送达。请请企业签字，或记下拒签。",
    en: "Neither signed nor refused, so it is not served. Take the signature or record the refusal.",
  },
  "hazard.needs_text": {
    zh: "还没有写怎么改的，没有交。复查的人要看得懂；请写一两句再交。",
    en: "What was done is missing. Write a sentence or two and submit again.",
  },
  "hazard.needs_reason": {
    zh: "还不能{commandZh}：没有写理由，对方看不到为什么。请写明再办。",
    en: "“{commandEn}” needs a reason that the other side can read. Write it and try again.",
  },
  "hazard.deadline_longer_than_scheme": {
    zh: "期限填了{days}天，方案规定最多{schemeDays}天。请填{schemeDays}天以内；要更久，由企业申请延期。",
    en: "{days} days exceed the scheme's {schemeDays}. Set fewer; for more the enterprise requests an extension.",
  },
  "hazard.deadline_needs_reason": {
    zh: "期限{days}天比方案的{schemeDays}天短，还没有写理由。请写明为什么要更快。",
    en: "{days} days are fewer than the scheme's {schemeDays} and need a reason. Say why it is urgent.",
  },
  "hazard.fallback_alone": {
    zh: "只引了兜底条款，没有存：当天有直接依据{clause}。请引这一条。",
    en: "Only a fallback is cited although {clause} is in force that day. Cite that one.",
  },
  "hazard.citation_elsewhere": {
    zh: "{clause}是外地的规定，不适用本街道，没有存。请换一条国家、本省或本市的依据。",
    en: "{clause} is another division's and does not apply here. Cite a national, provincial or municipal clause.",
  },
  "hazard.citation_unknown": {
    zh: "依据库里没有{clause}，没有存。请从库里选，或请法规编辑先补上。",
    en: "The library has no {clause}. Choose one from it, or ask the law editor to add it.",
  },
  "hazard.citation_not_in_force": {
    zh: "{clause}在检查日{day}{stateZh}，不能作依据。请换一条当日有效的。",
    en: "{clause} was not in force on {day} ({stateEn}). Cite a clause that was.",
  },
  "hazard.already_acknowledged": {
    zh: "隐患{number}已由{by}签收，期限已经起算，不用再签。",
    en: "Hazard {number} was acknowledged by {by}; its clock runs already. Nothing more to do.",
  },
  "reinspection.already_recorded": {
    zh: "隐患{number}在{day}已由{other}复查，结论相同，没有重复记。",
    en: "Hazard {number} was re-inspected by {other} on {day} with the same result; it was not counted twice.",
  },
  "reinspection.contradicts": {
    zh: "您的复查没有记入：隐患{number}在{day}已由{other}复查，结论相反。已转机构负责人定，您写的内容都在。",
    en: "Not entered: {other} re-inspected hazard {number} on {day} with the opposite result. The agency lead decides; what you wrote is kept.",
  },
  "extension.needs_four_parts": {
    zh: "延期申请还不完整，没有交：要写已采取的措施、所需天数、理由和临时防护。请补齐再交。",
    en: "The request needs steps taken, days needed, reason and interim protection. Complete it and submit again.",
  },
  "extension.already_asked": {
    zh: "隐患{number}已有一份延期申请在等街道答复，不用再交。有变化请联系街道。",
    en: "Hazard {number} has a request awaiting the office's answer. Contact the office if things changed.",
  },
  "extension.no_due_date": {
    zh: "隐患{number}还没有起算期限，不用延期。请先签收，看到期限后再申请。",
    en: "Hazard {number} has no due date yet. Acknowledge it first, then ask for more time.",
  },
  "extension.none_asked": {
    zh: "隐患{number}没有待答复的延期申请，可能已经答复。请刷新看看。",
    en: "Hazard {number} has no request to answer; it may be answered already. Reload.",
  },
  "extension.decided": {
    zh: "隐患{number}的延期{byName}已经在{day}答复了，您这次没有再记。请刷新看看答复。",
    en: "{byName} answered the request on hazard {number} on {day}; yours was not recorded. Reload.",
  },
  "extension.needs_date": {
    zh: "同意延期要写延到哪天，现在的期限是{due}。请填一个更晚的日期。",
    en: "Granting needs a date later than {due}. Fill it in.",
  },
  "extension.not_later": {
    zh: "延到{until}不比现在的期限{due}晚。请填更晚的日期，或选不同意。",
    en: "{until} is not later than the present due date {due}. Choose a later one or decline.",
  },
  "extension.in_the_past": {
    zh: "延到{until}已经过去，今天是{today}。请填今天或以后的日期。",
    en: "{until} is past; today is {today}. Choose today or later.",
  },
  "severity.needs_case": {
    zh: "还没有写属于哪一种重大隐患情形，没有存。重大隐患只按列举的情形判定；请选一种。",
    en: "The listed case is missing; a major hazard is always a listed case. Choose it.",
  },
  "severity.needs_conditions": {
    zh: "要件没有全部勾选，还不能确认为重大。缺一项就不是；请逐项核对，不符合的改回一般。",
    en: "Not every condition is ticked, so it is not major. Check each one, or set it back to general.",
  },
  "severity.wrong_severity": {
    zh: "隐患{number}现在是“{severityZh}”，{fromZh}的才办这一步。请刷新看看。",
    en: "Hazard {number} is “{severityEn}”; this takes {fromEn}. Reload.",
  },
  "import.no_head": {
    zh: "没有找到表头：前10行里要有一行写着各列的名字，如“企业”“隐患”“查出日期”。加上表头再传。",
    en: "No head was found in the first ten rows.",
  },
  "import.pack_too_large": {
    zh: "这一包照片太大，最多{megabytes}MB。请分成几包传。",
    en: "At most {megabytes} MB a pack.",
  },
  "import.pack_damaged": {
    zh: "这个压缩包打不开，里面的照片都没收。请重新打成zip，或直接选照片传。",
    en: "The pack cannot be opened.",
  },
  "import.hazard_known": { zh: "已经导入过，编号{number}，没有重复存。", en: "Imported before as {number}." },
  "import.enterprise_unknown": {
    zh: "登记里没有这家企业或这个场所。请先把企业导入登记，再导隐患。",
    en: "The register has no such enterprise or site. Import the enterprise first.",
  },
  "import.no_agency": {
    zh: "{name}还没有服务机构，没有导入：开着的隐患要有机构复查。请先在合同里加上这家企业。",
    en: "{name} has no agency to re-inspect. Put it into a contract first.",
  },
  "import.in_the_future": {
    zh: "日期还没有到（今天{today}，查出{foundOn}）。请改成实际的日期。",
    en: "A date lies ahead of {today} (found {foundOn}). Correct it.",
  },
  "import.days_reversed": {
    zh: "销号日期{closedOn}早于查出日期{foundOn}。请核对两个日期。",
    en: "Closed on {closedOn}, before it was found on {foundOn}. Check both.",
  },
  "severity.case_not_listed": {
    zh: "“{case}”不是已录入的重大情形，没有确认，隐患{number}仍是疑似重大。请选列出的一种；要新增，请法规编辑先在检查目录里录入情形和认定条件。",
    en: "“{case}” is no listed case, so hazard {number} stays suspected. Choose a listed one, or ask the law editor to enter it with its conditions.",
  },
  "severity.condition_unmet": {
    zh: "“{case}”还有{count}项认定条件没有勾上：{conditions}。缺一项就不是重大；请现场核对，确实不符合的改回一般。",
    en: "“{case}” has {count} conditions not ticked: {conditions}. Check them on site, or set it back to general.",
  },
  "treatment.needs_five_fixes": {
    zh: "治理方案还不完整，没有存。五落实要写明责任人、措施、资金、完成日期和应急预案；不花钱的资金填0。",
    en: "The plan is incomplete. It takes responsible person, measures, funds, finishing day and contingency plan; funds may be 0.",
  },
  "treatment.only_major": {
    zh: "隐患{number}是一般隐患，不用填五落实治理方案。照整改建议改好、拍照提交就行。",
    en: "Hazard {number} is general and needs no treatment plan. Put it right and submit the proof.",
  },
  "treatment.in_the_past": {
    zh: "完成日期{finishOn}已经过去，今天是{today}。请填今天或以后的日期。",
    en: "{finishOn} is past; today is {today}. Choose today or later.",
  },
  "listing.only_major": {
    zh: "隐患{number}还没有确认为重大，不能挂牌督办。请先逐项核对条件，确认重大。",
    en: "Hazard {number} is not confirmed as major, so it cannot be listed. Confirm it first.",
  },
  "listing.needs_plan": {
    zh: "隐患{number}还没有五落实治理方案，不能挂牌督办。请企业在办事链接里填，或由机构按建议先填一份。",
    en: "Hazard {number} has no treatment plan yet. The enterprise enters it by its link, or the agency as advice.",
  },
  "listing.already": {
    zh: "隐患{number}已经在挂牌督办，不用再挂。",
    en: "Hazard {number} is listed already.",
  },
  "listing.none": {
    zh: "隐患{number}没有挂牌，不用摘牌。",
    en: "Hazard {number} is not listed.",
  },
  "severity.listed": {
    zh: "隐患{number}正在挂牌督办，还不能改回一般。请先凭整改证明摘牌。",
    en: "Hazard {number} is listed for supervision. Delist it on proof first.",
  },
  "contest.already_open": {
    zh: "隐患{number}已有一个异议在等机构负责人答复，不用再提。",
    en: "Hazard {number} has an open objection before the agency lead. No need to raise another.",
  },
  "contest.none_open": {
    zh: "隐患{number}没有待答复的异议，可能已经答复。请刷新看看。",
    en: "Hazard {number} has no open objection; it may be settled already. Reload.",
  },
  "void.already_proposed": {
    zh: "隐患{number}已经有人提议作废，在等街道和机构负责人答复。",
    en: "Voiding of hazard {number} is proposed already and awaits the office and the agency lead.",
  },
  "void.none_proposed": {
    zh: "隐患{number}没有作废提议，不能答复。要作废，由专家先提议。",
    en: "Nobody proposed to void hazard {number}. The expert proposes first.",
  },
  "void.already_confirmed": {
    zh: "您这一方已经同意作废隐患{number}，还等另一方答复。改主意请选先留着。",
    en: "Your side has confirmed already; the other side is awaited. To change your mind, keep it.",
  },
};
