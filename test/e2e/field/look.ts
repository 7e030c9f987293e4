// Run by hand: walks through a visit on the built app with mocked answers and takes a picture of every screen at 390 px.
//   node test/e2e/field/look.ts <folder for pictures> [photo before] [photo after] [theme] [type]
import { createReadStream, existsSync, mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import sharp from "sharp";
import { dayOf } from "#domain/calendar/local-date.ts";
import { FieldPhone } from "./field-pages.ts";
import { mockServer } from "./mocked-server.ts";

const [folder = "pictures", before, after, theme = "light", type = "normal"] = process.argv.slice(2);
const dist = fileURLToPath(new URL("../../../dist", import.meta.url));
const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".html": "text/html",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};
mkdirSync(folder, { recursive: true });

const files = createServer((request, response) => {
  const path = normalize(new URL(request.url ?? "/", "http://x").pathname);
  const file = join(dist, path.endsWith("/") ? `${path}index.html` : path);
  if (!existsSync(file)) return void response.writeHead(404).end();
  response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
  createReadStream(file).pipe(response);
});
await new Promise<void>((resolve) => files.listen(0, "127.0.0.1", resolve));
const address = files.address();
const port = typeof address === "object" && address ? address.port : 0;

const drawn = (colour: string) =>
  sharp({ create: { width: 1600, height: 1200, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();
const first = before ? readFileSync(before) : await drawn("#8a9a94");
const second = after ? readFileSync(after) : await drawn("#9fb3a6");
const photo = (name: string, buffer: Buffer) => ({ name, mimeType: "image/jpeg", buffer });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const context = await browser.newContext({
  baseURL: `http://127.0.0.1:${port}`,
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  locale: "zh-CN",
  timezoneId: "Asia/Shanghai",
  geolocation: { latitude: 30.1123, longitude: 120.3011 },
  permissions: ["geolocation"],
  serviceWorkers: "block",
});
await context.addInitScript(
  ([chosen, size]) => {
    localStorage.setItem("bihuan.theme", chosen ?? "light");
    localStorage.setItem("bihuan.type", size ?? "normal");
  },
  [theme, type],
);
const server = await mockServer(context, dayOf(new Date().toISOString()), first);
const page = await context.newPage();
page.on("console", (message) => message.type() === "error" && console.log("console:", message.text()));
page.on("pageerror", (error) => console.log("page error:", error.message));
page.setDefaultTimeout(8000);
const phone = new FieldPhone(page);
let number = 0;
const look = async (name: string) => {
  number += 1;
  await page.waitForTimeout(250);
  // As tall as the page, so that what sticks to the foot stands at the foot; long lists are cut.
  const height = await page.locator("html").evaluate((html) => html.scrollHeight);
  await page.setViewportSize({ width: 390, height: Math.min(Math.max(height, 844), 2400) });
  await page.waitForTimeout(60);
  await page.screenshot({ path: join(folder, `${String(number).padStart(2, "0")}-${name}.png`) });
  await page.setViewportSize({ width: 390, height: 844 });
};

server.signedIn = false;
await phone.open();
await phone.button("登录").waitFor();
await look("sign-in");
await phone.signIn("zhou", "secret");
await page.getByText("已备齐").waitFor();
await look("today");
await phone.openFirm("杭州恒达机械有限公司");
await look("site");
server.reachable = false;
await phone.startVisit();
await look("visit");
await phone.accompany("街道安监人员", "陆科员");
await phone.openSection("用电安全");
await phone.restConform();
await look("visit-undo");
await phone.button("撤销").click();
await phone.answer("临时用电和私拉乱接", "符合");
await phone.answer("配电箱周边堆物", "不符合");
await page.getByText("点这里拍照").waitFor();
await look("capture-1-photo");
await phone.takePhoto("拍照", photo("box.jpg", first));
await phone.button("下一步：核对").waitFor();
await phone.draw([0.12, 0.4], [0.6, 0.9]);
await phone.button("箭头").click();
await phone.draw([0.85, 0.2], [0.62, 0.4]);
await look("capture-2-mark");
await phone.pickItem("配电箱前堆纸箱，箱门打不开");
await page.getByLabel("在哪儿").fill("机加工车间东侧");
await look("capture-3-check");
await page.getByRole("radio", { name: /^3日/ }).click();
await phone.button("记下这条").click();
await look("capture-3-refused");
await page.getByRole("radio", { name: /^15日/ }).click();
await phone.button("记下这条").click();
await page.getByText("清单 ").waitFor();
await look("visit-with-hazard");
await phone.button("拍不了").click();
await page.getByRole("button", { name: "资料缺失" }).click();
await phone.pickItem("皮带轮外露，没有防护罩");
await page.getByLabel("在哪儿").fill("二车间");
await page.getByRole("radio", { name: /^当场改/ }).click();
await phone.button("记下这条").click();
await page.getByText("还差改好后的照片").waitFor();
await phone.takePhoto("拍现在的样子", photo("after.jpg", second));
await page.getByText("记下，当场销号").waitFor();
await look("fix");
await phone.button("记下，当场销号").click();
await page.getByText("清单 ").waitFor();
await page.getByRole("button", { name: /旧隐患1条/ }).click();
await page.getByText("您看合格吗").waitFor();
await look("reinspect-before");
await phone.takePhoto("拍现在的样子", photo("after.jpg", second));
await page.getByRole("radio", { name: "合格", exact: true }).click();
await look("reinspect");
await phone.button("记下这条").click();
await page.getByText("清单 ").waitFor();
await phone.button("收尾").click();
await page.getByText("念给企业听").waitFor();
await look("finish-missing");
for (let left = await page.getByRole("button", { name: /^去补：.*没勾/ }).count(); left > 0; left -= 1) {
  await page
    .getByRole("button", { name: /^去补：.*没勾/ })
    .first()
    .click();
  await phone.restConform();
  await page.waitForTimeout(200);
  await phone.button("收尾").click();
}
await page.getByLabel("企业谁参加").fill("何先生");
await page.waitForTimeout(300);
await phone.sign(/专家/);
await phone.sign(/街道/);
await look("finish-signing");
await phone.sign(/企业/);
await look("finish-signed");
await phone.button("签好了，送达企业").click();
await page.getByText("请企业扫一扫").waitFor();
await look("served");
await page.getByText("看现场检查记录").click();
await look("served-record");
await phone.badge().click();
await page.getByText("在等信号").waitFor();
await look("sync-offline");
server.refuse.set("reinspection.pass", "沈工11月6日已复查不合格，您判的是合格。两份都留着，等机构负责人定。");
server.reachable = true;
await page.waitForTimeout(9000);
await phone.button("现在再试一次").click();
await page.getByText("要您处理").first().waitFor();
await look("sync-stuck");
await page.goto("/field/#/today");
await look("today-after");
await page.goto("/field/#/week");
await look("week");
await page.goto("/field/#/law");
await page.getByLabel("搜隐患、法条").fill("漏电保护");
await look("law");
await page.goto("/field/#/me");
await look("me");
console.log(`${number} pictures, ${server.received.length} commands received`);
await browser.close();
files.close();
