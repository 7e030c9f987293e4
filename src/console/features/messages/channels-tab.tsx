// The channels, each with what became of its week, a test and a way to change it.
import { App } from "antd";
import { type ReactNode, useState } from "react";
import { Link } from "react-router";
import { type Channel, testChannel } from "#api/messages.ts";
import { channelKindLabels } from "#domain/messages/channels.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { call } from "../../request/api-client.ts";
import { useRequest } from "../../request/use-request.ts";
import { count } from "../../words/number-words.ts";
import { ChannelDrawer } from "./channel-drawer.tsx";
import { SecretDrawer } from "./secret-drawer.tsx";

type Open = { readonly form: "new" } | { readonly form: "change" | "secret"; readonly channel: Channel };

export function ChannelsTab({ channels, tabs }: { readonly channels: readonly Channel[]; readonly tabs: ReactNode }) {
  const say = useSay();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1>{say("消息设置", "Messages")}</h1>
          <p className="page__lead">
            {say(
              "系统里的消息人人都有；要发到邮箱、手机和群里，在这里加渠道。",
              "The inbox is always there; channels lead further.",
            )}
          </p>
        </div>
        <div className="page__acts">
          <Link className="btn" to="/message-sends">
            {say("看发送记录", "See the record")}
          </Link>
          <button type="button" className="btn btn--primary" onClick={() => setOpen({ form: "new" })}>
            <Icon name="plus" />
            {say("加渠道", "Add a channel")}
          </button>
        </div>
      </div>
      {tabs}
      <section className="card cards" aria-label={say("渠道", "Channels")}>
        {channels.length === 0 ? (
          <EmptyState icon="bell" title={say("还没有渠道", "No channel yet")}>
            {say("先加街道的工作群机器人，最省事。", "Begin with the robot of the office's group.")}
          </EmptyState>
        ) : (
          <ul className="channels">
            {channels.map((channel) => (
              <ChannelRow key={channel.id} channel={channel} onOpen={(form) => setOpen({ form, channel })} />
            ))}
          </ul>
        )}
      </section>
      {open?.form === "new" ? <ChannelDrawer channel={undefined} onClose={close} /> : null}
      {open?.form === "change" ? <ChannelDrawer channel={open.channel} onClose={close} /> : null}
      {open?.form === "secret" ? <SecretDrawer channel={open.channel} onClose={close} /> : null}
    </div>
  );
}

interface ChannelRowProps {
  readonly channel: Channel;
  readonly onOpen: (form: "change" | "secret") => void;
}

function ChannelRow({ channel, onOpen }: ChannelRowProps) {
  const say = useSay();
  const word = useWord();
  const { modal } = App.useApp();
  const { request, requesting } = useRequest((id: string) => call(testChannel, { params: { id } }));
  async function test() {
    const answer = await request(channel.id);
    if (!answer) return;
    const title = answer.sent ? say("试发到了", "Delivered") : say("没有发到", "Not delivered");
    (answer.sent ? modal.success : modal.warning)({ title, content: answer.text, okText: say("知道了", "Got it") });
  }
  return (
    <li className="channel">
      <div>
        <b>{channel.name}</b>{" "}
        <span className={channel.active ? "tag tag--brand" : "tag"}>
          {channel.active ? say("在用", "on") : say("停用", "off")}
        </span>
        {channel.hasSecret || channel.kind === "email" ? null : (
          <span className="tag tag--line">{say("还没填密钥", "no secret")}</span>
        )}
        <p className="soft">
          {word(channelKindLabels[channel.kind])}，
          {say(
            `管${count(channel.events.length)}种消息；近7天发到${count(channel.sent)}，等着${count(channel.waiting)}，没发到${count(channel.failed)}。`,
            `${channel.events.length} events; 7 days: ${channel.sent} sent, ${channel.waiting} waiting, ${channel.failed} failed.`,
          )}
        </p>
      </div>
      <div className="row row--wrap">
        <button type="button" className="btn" disabled={requesting} onClick={() => void test()}>
          {say("试发一条", "Send a test")}
        </button>
        <button type="button" className="btn" onClick={() => onOpen("secret")}>
          {channel.hasSecret ? say("换密钥", "Change secret") : say("填密钥", "Enter secret")}
        </button>
        <button type="button" className="btn" onClick={() => onOpen("change")}>
          {say("修改", "Change")}
        </button>
      </div>
    </li>
  );
}
