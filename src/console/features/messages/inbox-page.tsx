// 消息: what the system told me, the newest first, each leading to what it is about; and where else I want to be told.
import { useState } from "react";
import { Link } from "react-router";
import { type InboxRow, listInbox, readInbox } from "#api/messages.ts";
import { eventTexts } from "#domain/messages/events.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { call } from "../../request/api-client.ts";
import { useRequest } from "../../request/use-request.ts";
import { useRoute } from "../../request/use-route.ts";
import { useMembership } from "../../session/session-context.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { shortInstant } from "../../words/day-words.ts";
import { count } from "../../words/number-words.ts";
import { ContactDrawer } from "./contact-drawer.tsx";
import "./messages.css";

const markRead = (ids: string[]) => call(readInbox, { body: { ids } });

export function InboxPage() {
  const say = useSay();
  const { role } = useMembership();
  const [open, setOpen] = useState(false);
  const { request, requesting } = useRequest(markRead);
  return (
    <Loaded query={useRoute(listInbox)} failed={say("没能打开消息", "The messages could not be opened")}>
      {({ messages, unread, contact, day }) => (
        <div className="page">
          <div className="page__head">
            <div>
              <h1>{say("消息", "Messages")}</h1>
              <p className="page__lead">{leadOf(unread, messages.length, say)}</p>
            </div>
            <div className="page__acts">
              {role === "auditor" ? null : (
                <button type="button" className="btn" onClick={() => setOpen(true)}>
                  <Icon name="tel" />
                  {say("收消息的邮箱和手机", "My e-mail and phone")}
                </button>
              )}
              {unread > 0 ? (
                <button
                  type="button"
                  className="btn btn--primary"
                  disabled={requesting}
                  onClick={() => void request(messages.filter((one) => !one.read).map((one) => one.id))}
                >
                  {say("都看过了", "All read")}
                </button>
              ) : null}
            </div>
          </div>
          <section className="card" aria-label={say("消息", "Messages")}>
            {messages.length === 0 ? (
              <EmptyState icon="bell" title={say("没有消息", "No message")}>
                {say("有隐患快到期、逾期，或有事等您定，会写在这里。", "What falls due or waits for you is told here.")}
              </EmptyState>
            ) : (
              <ul className="inbox">
                {messages.map((message) => (
                  <Message key={message.id} message={message} day={day} />
                ))}
              </ul>
            )}
          </section>
          {open ? <ContactDrawer contact={contact} onClose={() => setOpen(false)} /> : null}
        </div>
      )}
    </Loaded>
  );
}

function Message({ message, day }: { readonly message: InboxRow; readonly day: string }) {
  const say = useSay();
  const word = useWord();
  const { request } = useRequest(markRead);
  const to = message.subjectType === "hazards" ? `/hazards/${message.subjectId}` : undefined;
  const read = () => (message.read ? undefined : void request([message.id]));
  return (
    <li className={message.read ? "inbox__one" : "inbox__one inbox__one--new"}>
      <div className="row row--between">
        <b>
          {message.read ? null : <span className="tag tag--brand">{say("新", "New")}</span>}{" "}
          {word(eventTexts[message.event].label)}
        </b>
        <span className="muted nowrap">{shortInstant(message.createdAt, day)}</span>
      </div>
      <p className="inbox__text">{message.text}</p>
      <div className="row">
        {to ? (
          <Link className="btn btn--sm" to={to} onClick={read}>
            {say("去看这条隐患", "See the hazard")}
          </Link>
        ) : null}
        {message.read ? null : (
          <button type="button" className="btn btn--quiet btn--sm" onClick={read}>
            {say("看过了", "Read")}
          </button>
        )}
      </div>
    </li>
  );
}

function leadOf(unread: number, all: number, say: (zh: string, en: string) => string): string {
  if (all === 0) return say("还没有告诉您什么。", "Nothing was told yet.");
  if (unread === 0) return say("都看过了。", "All are read.");
  return say(`${count(unread)}条没看。`, `${count(unread)} unread.`);
}
