// Refusals of the organization: what is, why, what to do.
import type { Label } from "../kernel/label.ts";

export const organizationProblems: Readonly<Record<string, Label>> = {
  "organization.platform_only": {
    zh: "这里是街道的空间，不能开通街道、机构和账号。请换到平台的身份再办。",
    en: "This is a subdistrict's space. Switch to the platform to do this.",
  },
  "division.known": { zh: "区划{code}已经登记过，叫“{name}”。直接用它就行。", en: "Division {code} is there: {name}." },
  "division.not_found": { zh: "没有找到区划{code}。请先登记这个区划。", en: "No division {code}. Register it first." },
  "division.outside_parent": {
    zh: "区划{code}不在{parentCode}之下：下级代码要以上级代码开头。请核对两个代码。",
    en: "Division {code} is not below {parentCode}. Check both codes.",
  },
  "tenant.known": { zh: "这个街道已经开通，叫“{name}”。不用再开。", en: "This tenant is there: {name}." },
  "tenant.one_platform": {
    zh: "平台只有一个，编号是固定的。请按街道开通。",
    en: "There is one platform. Create a subdistrict.",
  },
  "agency.known": { zh: "机构“{name}”已经登记过。请直接聘用它。", en: "Agency {name} is there. Engage it." },
  "agency.not_found": {
    zh: "没有找到这家机构。请先由平台登记。",
    en: "No such agency. The platform registers it first.",
  },
  "agency.days_reversed": { zh: "聘用的截止日早于开始日。请改截止日。", en: "The engagement ends before it starts." },
  "agency.not_engaged": {
    zh: "街道还没有聘用这家机构，不能交给它。请先办聘用。",
    en: "The agency is not engaged here. Engage it first.",
  },
  "agency.engagement_over": {
    zh: "“{name}”的聘用到{validTo}为止，已经过了。请先续聘，再交给它。",
    en: "The engagement of {name} ended on {validTo}. Renew it first.",
  },
  "account.login_taken": { zh: "登录名{login}已有人用。请换一个。", en: "Login {login} is taken. Choose another." },
  "account.not_found": {
    zh: "没有找到这个账号。请先由平台开账号。",
    en: "No such account. The platform creates it first.",
  },
  "account.closed": { zh: "{name}的账号已经停用。如需再用，请由平台另开。", en: "The account of {name} is closed." },
  "membership.not_found": { zh: "没有找到这个人员身份。请刷新名单再办。", en: "No such membership. Refresh the list." },
  "membership.held": {
    zh: "{name}已经有这个身份，日子有重叠。不用再加。",
    en: "{name} holds this membership already.",
  },
  "membership.own_agency_only": {
    zh: "机构负责人只管本机构的负责人、审核人和专家。其他人员请街道管理员办。",
    en: "An agency's lead manages the agency's own staff only.",
  },
  "membership.office_invites": {
    zh: "安监办只管企业和村社区的人员。街道、机构和其他人员请街道管理员办。",
    en: "The office manages the people of enterprises and communities only.",
  },
  "membership.scope_unfit": {
    zh: "{role}的范围选得不对：机构人员选机构，村社区联络员选村社区，企业人员选企业，其他人不选。",
    en: "The scope does not fit the role {role}.",
  },
  "membership.platform_only": {
    zh: "{role}属于平台，不在街道里设。请换到平台的身份再加。",
    en: "{role} belongs to the platform and not to a subdistrict.",
  },
  "membership.subdistrict_only": {
    zh: "{role}属于街道，不在平台里设。请换到街道的身份再加。",
    en: "{role} belongs to a subdistrict and not to the platform.",
  },
  "membership.days_reversed": { zh: "截止日早于开始日。请改截止日。", en: "The membership ends before it starts." },
  "membership.own": {
    zh: "不能把自己移出，免得没人能管人员。请另一位管理员来办。",
    en: "Nobody ends their own membership. Ask another administrator.",
  },
  "membership.own_password": {
    zh: "这是您自己的账号。请点右上角的名字，在“我的账号”里改密码。",
    en: "This is your own account. Change its password under My account.",
  },
  "membership.also_elsewhere": {
    zh: "这个人在别的街道或平台也有身份，密码不能由一个街道重设。请平台管理员来办。",
    en: "This person also works elsewhere. The platform's administrator sets the password.",
  },
  "membership.over": {
    zh: "{name}的这个身份到{validTo}已经结束。不用再办。",
    en: "{name}'s membership ended on {validTo}.",
  },
  "membership.ends_in_past": {
    zh: "最早只能从{earliest}结束：更早的日子里，这个人已经办过的事要算数。请改日期。",
    en: "The earliest last day is {earliest}.",
  },
  "community.known": { zh: "村社区“{name}”已经登记过。直接用它就行。", en: "Community {name} is there." },
  "community.not_found": { zh: "没有找到这个村社区。请先登记。", en: "No such community. Register it first." },
  "community.not_found_for": {
    zh: "“{name}”写的村社区没有登记，这一批都没有存。请先登记村社区，再导入。",
    en: "The community of {name} is not registered. Nothing was stored.",
  },
  "enterprise.not_found": { zh: "没有找到这家企业。它可能不在您的范围里。", en: "Enterprise not found." },
  "import.not_found": { zh: "没有找到这次导入。请刷新再看。", en: "No such import. Refresh." },
  "import.still_running": {
    zh: "这次导入还没有存完。请等它结束，或先停下，再收回。",
    en: "The import is still running. Wait for its end or stop it first.",
  },
  "import.nothing_left": {
    zh: "这次导入没有改动可收回：它没改过名册，或者已经收回了。",
    en: "Nothing of this import is left to take back.",
  },
  "import.built_on": {
    zh: "有{count}家在导入之后又办了别的事，整批都没有收回：{list}。请先把这些事退回，或者只更正这几家。",
    en: "{count} enterprises were built on since; nothing was taken back: {list}.",
  },
  "enterprise.known": {
    zh: "这家企业已经在册：{registerNo}号“{name}”。请在那一家上更正。",
    en: "The enterprise is registered: no. {registerNo}, {name}.",
  },
  "enterprise.number_taken": {
    zh: "{registerNo}号已经给了别家，“{name}”这一条没有存。请换一个序号。",
    en: "Register number {registerNo} is taken ({name}).",
  },
  "enterprise.code_taken": {
    zh: "“{name}”的统一社会信用代码{creditCode}已经是别家的，这一批都没有存。请核对代码。",
    en: "The credit code {creditCode} of {name} belongs to another enterprise. Nothing was stored.",
  },
  "enterprise.twice_in_list": {
    zh: "“{name}”在这一批里对上了同一家企业两次，都没有存。请留下一行再导入。",
    en: "{name} matches the same enterprise twice. Nothing was stored.",
  },
  "enterprise.unchanged": { zh: "“{name}”的资料和现在一样，没有改动。", en: "Nothing of {name} would change." },
  "enterprise.merged": {
    zh: "“{name}”已经并入别家，不在名册上了。请到留下的那一家上办。",
    en: "{name} was merged into another entry. Do it there.",
  },
  "enterprise.merge_same": { zh: "“{name}”不能并入它自己。请选另一家。", en: "{name} cannot be merged into itself." },
  "enterprise.merge_gone": {
    zh: "“{name}”已经并入别家，不能再并。请刷新，选名册上的两家。",
    en: "{name} was merged before. Refresh and choose two entries of the register.",
  },
  "enterprise.merge_codes": {
    zh: "“{gone}”和“{kept}”各有统一社会信用代码，是两家企业，没有合并。代码写错的，先更正再合并。",
    en: "{gone} and {kept} have credit codes of their own: two enterprises. Correct the code first if it is wrong.",
  },
  "enterprise.merge_code_lost": {
    zh: "统一社会信用代码{creditCode}登记在“{gone}”上，“{kept}”没有。请反过来：把“{kept}”并入“{gone}”。",
    en: "The credit code {creditCode} is on {gone}. Merge the other way: {kept} into {gone}.",
  },
  "enterprise.merge_agencies": {
    zh: "“{gone}”和“{kept}”由两家机构服务，没有合并。请先把两家交给同一家机构，再合并。",
    en: "{gone} and {kept} are served by two agencies. Entrust both to one first.",
  },
  "enterprise.merge_scope": {
    zh: "“{gone}”在应纳入名单里，“{kept}”不在，合并会让名单少一家。请先认定“{kept}”，或者反过来并。",
    en: "{gone} is in scope and {kept} is not. Decide on {kept} first, or merge the other way.",
  },
  "enterprise.merge_key": {
    zh: "“{gone}”和“{kept}”都在重点隐患企业名单里。请先把其中一家移出，再合并。",
    en: "Both {gone} and {kept} are on the key-hazard list. Take one off first.",
  },
  "site.known": { zh: "场所“{name}”已经登记过。请在那一处上更正。", en: "Site {name} is there." },
  "site.landlord_not_found": { zh: "没有找到出租方的场所。请先登记出租方。", en: "The landlord's site was not found." },
  "standardization.known": { zh: "这条标准化记录已经存过。请刷新看看。", en: "This record is there." },
  "standardization.grade_missing": {
    zh: "写的是已定级，但没有选等级。请选一级、二级、三级或小微。",
    en: "Graded needs a grade.",
  },
  "standardization.days_reversed": {
    zh: "证书的有效期早于生效日。请核对日期。",
    en: "The certificate ends before it starts.",
  },
  "view.not_found": { zh: "没有找到这个视图。常用视图只有存的人自己能改。", en: "View not found." },
  "operation.known": { zh: "这个长任务已经开始。请看它的进度。", en: "The operation has started." },
  "operation.not_found": { zh: "没有找到这个长任务。请刷新再看。", en: "Operation not found." },
  "operation.not_running": {
    zh: "这个长任务已经结束或被取消，后面的没有存。要接着做，请重新开始。",
    en: "The operation has ended. Start a new one to go on.",
  },
  "operation.progress_unfit": {
    zh: "进度{done}不对：现在是{before}，一共{total}。请刷新再继续。",
    en: "Progress {done} does not fit between {before} and {total}.",
  },
};
