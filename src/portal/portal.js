// Comfort on top of pages that work without it: the chosen photo shown in its frame, one submission a form, copying a link.
for (const drop of document.querySelectorAll("[data-drop]")) {
  const input = drop.querySelector("input");
  const form = drop.closest("form");
  const told = form.querySelector("[data-picked]");
  const buttons = [...document.querySelectorAll("[data-needs-photo]")].filter((one) => one.form === form);
  for (const button of buttons) button.dataset.ready = button.textContent;
  const show = () => {
    const files = [...input.files];
    for (const old of drop.querySelectorAll("img")) {
      URL.revokeObjectURL(old.src);
      old.remove();
    }
    if (files[0]) {
      const picture = new Image();
      picture.alt = "刚选的照片";
      picture.src = URL.createObjectURL(files[0]);
      drop.append(picture);
    }
    drop.classList.toggle("drop--full", files.length > 0);
    told.textContent = files.length > 0 ? `选了${files.length}张，点照片可以重选` : "";
    for (const button of buttons) {
      button.disabled = files.length === 0;
      button.textContent = files.length === 0 ? button.dataset.needsPhoto : button.dataset.ready;
    }
  };
  input.addEventListener("change", show);
  show();
}

for (const form of document.querySelectorAll("form")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "yes";
    const button = event.submitter;
    if (button?.matches("[data-once]")) button.setAttribute("aria-busy", "true");
    if (button?.matches(".btn[data-once]")) button.textContent = "正在交，请等一下";
  });
}
// Coming back by the browser's arrow, a form may be sent again; the server knows the same command by its id.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.reload();
});

const copy = document.querySelector("[data-copy]");
const source = document.querySelector("[data-copy-from]");
if (copy && source) {
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    source.select();
    try {
      await navigator.clipboard.writeText(source.value);
    } catch {
      document.execCommand("copy");
    }
    copy.textContent = "已复制，去微信里粘贴";
  });
}
