// The person, the memberships held, how the app looks, what is stored, and leaving the phone to somebody else.
import { useState } from "react";
import { type Appearance, readAppearance, rememberAppearance, type Theme } from "#ui/appearance.ts";
import { Icon } from "#ui/icon.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useField } from "../../app/field-context.ts";
import { useLive } from "../../app/use-live.ts";
import { FieldNav } from "../../components/field-nav.tsx";
import { Page } from "../../components/page.tsx";
import { badgeWords, syncView } from "../../outbox/sync-items.ts";

const themes: readonly { readonly theme: Theme; readonly word: string }[] = [
  { theme: "light", word: "明亮" },
  { theme: "dark", word: "深色" },
  { theme: "glare", word: "强光" },
];

export function MePage() {
  const { db, holder, signOut } = useField();
  const [leaving, setLeaving] = useState(false);
  const words = useLive(async () => badgeWords(syncView(await db.commands.toArray(), await db.photos.toArray())), [db]);
  const persisted = useLive(async () => navigator.storage?.persisted?.() ?? false, []);
  return (
    <Page title="我的" nav={<FieldNav here="me" />}>
      <section className="panel">
        <div className="line">
          <span className="dot">
            <Icon name="user" />
          </span>
          <span className="line__t">{holder.displayName}</span>
        </div>
        {holder.memberships.map((one) => (
          <div key={one.id} className="line">
            <span className="grow">
              <span className="line__t">{one.tenantName}</span>
              <br />
              <span className="line__s">
                <Dotted parts={["专家", one.scopeName]} />
              </span>
            </span>
          </div>
        ))}
      </section>
      <Looks />
      <p className="line__s">
        {persisted ? "本机存储已设为长期保留。" : "浏览器没答应长期保留，请把本程序添加到主屏幕，并尽快送达。"}
      </p>
      {leaving ? (
        <section className="panel">
          <div className="panel__body panel__body--top">
            <p>
              {words && words.look !== "done"
                ? `${words.text}。退出后留在本机，您再登录接着送，别人看不到。`
                : "都已送达，可以放心退出。"}
            </p>
            <div className="row" style={{ marginTop: 12 }}>
              <button type="button" className="btn" onClick={() => setLeaving(false)}>
                先不退
              </button>
              <button type="button" className="btn btn--main" onClick={signOut}>
                退出，换人用
              </button>
            </div>
          </div>
        </section>
      ) : (
        <button type="button" className="btn btn--wide" onClick={() => setLeaving(true)}>
          退出登录
        </button>
      )}
    </Page>
  );
}

function Looks() {
  const [look, setLook] = useState<Appearance>(readAppearance);
  const change = (part: Partial<Appearance>) => {
    const next = { ...look, ...part };
    setLook(next);
    rememberAppearance(next);
  };
  return (
    <>
      <h2 className="h-sec">怎么看清楚</h2>
      <div className="chiprow" role="radiogroup" aria-label="明暗">
        {themes.map(({ theme, word }) => (
          // biome-ignore lint/a11y/useSemanticElements: a radio group drawn as buttons
          <button
            key={theme}
            type="button"
            role="radio"
            aria-checked={look.theme === theme}
            className={look.theme === theme ? "pick pick--on" : "pick"}
            onClick={() => change({ theme })}
          >
            {word}
          </button>
        ))}
        <button
          type="button"
          className={look.large ? "pick pick--on" : "pick"}
          aria-pressed={look.large}
          onClick={() => change({ large: !look.large })}
        >
          大字
        </button>
      </div>
    </>
  );
}
