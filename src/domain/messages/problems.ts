// What is refused about messages, and what became of one that was not delivered: what is, why, what to do.
import type { Label } from "../kernel/label.ts";

export const messageProblems = {
  "message.unknown_word": {
    zh: "“{event}”的模板里没有{{word}}这个词，没有存。能用的是：{known}。",
    en: "The template of {event} knows no {{word}}. It may use {known}.",
  },
  "message.open_brace": {
    zh: "“{event}”的模板里有一个花括号没配对，没有存。词要写成{企业}这样。",
    en: "A brace in the template of {event} has no partner.",
  },
  "message.order_words": {
    zh: "“{event}”的模板里有“责令”。提醒只作提醒，命令由执法部门下；请改成“请整改”。",
    en: "A reminder gives no order. Reword the template of {event}.",
  },
  "message.channel_settings": {
    zh: "渠道的{field}填得不对：{detail}。没有存，请改好再存。",
    en: "The channel's {field} is wrong: {detail}.",
  },
  "message.channel_kind_stays": {
    zh: "渠道的种类定了不能改，没有存。请停用这个，另加一个。",
    en: "A channel's kind stays. Add another one instead.",
  },
  "message.channel_not_found": { zh: "没有找到这个渠道。请刷新看看。", en: "Channel not found." },
  "message.secret_missing": {
    zh: "这个渠道还没有密钥，或改过地址，没有发。请在渠道里重新填一次密钥。",
    en: "The channel has no secret for this address. Enter it again.",
  },
  "message.no_address": {
    zh: "{kind}要发给谁还不知道，没有发。请先在“我的”里填自己的邮箱或手机号。",
    en: "Enter your own address first.",
  },
  "message.private_target": {
    zh: "{host}是内网地址，没有发。确实要发到内网的，请运维人员把它写进BIHUAN_PRIVATE_TARGETS后重启。",
    en: "{host} is a private address. The operator may allow it by BIHUAN_PRIVATE_TARGETS.",
  },
  "message.plain_http": {
    zh: "到{host}的连接没有加密，内容会被人看见，没有发。请换成加密的地址（https或TLS）。",
    en: "The connection to {host} is not encrypted.",
  },
  "message.unreachable": {
    zh: "连不上{host}（{detail}），过一会儿自动再试。",
    en: "{host} cannot be reached ({detail}); it is tried again.",
  },
  "message.too_slow": {
    zh: "{host}过了{seconds}秒还没有答完，可能收到了也可能没有，过一会儿自动再试。",
    en: "{host} did not finish its answer in {seconds} s; it is tried again.",
  },
  "message.answer_too_large": {
    zh: "{host}答回来的内容太多，不像是收消息的地址，没有算发到。请核对地址。",
    en: "{host} answered too much to be a receiver.",
  },
  "message.redirected": {
    zh: "{host}让转到别处去，没有跟着转，也没有发到。请填最终的地址。",
    en: "{host} redirects; enter the final address.",
  },
  "message.refused_for_now": {
    zh: "{host}说现在收不了（{detail}），过一会儿自动再试。",
    en: "{host} cannot take it now ({detail}); it is tried again.",
  },
  "message.refused": {
    zh: "{host}不收（{detail}），没有再试。请核对渠道的地址、密钥和对方的安全设置。",
    en: "{host} refuses ({detail}).",
  },
  "message.said_but_not_done": {
    zh: "{host}回了“收到”，内容里却说没办成（{detail}），按没有发到算。请核对渠道设置。",
    en: "{host} answered 200 and said inside that it failed ({detail}).",
  },
  "message.not_an_answer": {
    zh: "{host}答的不是收消息该答的内容（{detail}），可能是登录页，按没有发到算。请核对地址。",
    en: "{host} answered something else ({detail}).",
  },
  "message.gave_up": {
    zh: "试了{tries}次都没有发到，不再试了。最后一次：{last}",
    en: "Given up after {tries} tries. Last: {last}",
  },
  "message.channel_off": { zh: "渠道已停用，没有发。", en: "The channel is switched off." },
} as const satisfies Record<string, Label>;
