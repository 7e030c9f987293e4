// Signing in: everyone lands on the page of their work, and five wrong passwords close the door with a plain sentence.
import { lookAt, lookAtBoth } from "./accessible.ts";
import { expect, PHONE, signIn, test } from "./journey.ts";

test.use({ stageName: "office" });

test("the form is the way in, and a wrong password says how many tries are left", async ({ page, stage }) => {
  await page.goto("/sign-in");
  await expect(page.getByRole("heading", { name: "登录" })).toBeVisible();
  await lookAtBoth(page, "sign-in");
  await page.getByLabel("账号").fill(stage.people.admin.login);
  await page.getByLabel("密码").fill("不是这个");
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page.getByText("账号或密码不对，还可以试4次。")).toBeVisible();
  await lookAt(page, "sign-in-wrong");
});

test("five wrong passwords lock the login for fifteen minutes, the right one included", async ({ page, stage }) => {
  const { login, password } = stage.people.reviewer;
  await page.goto("/sign-in");
  for (const guess of ["一", "二", "三", "四", "五"]) {
    await page.getByLabel("账号").fill(login);
    await page.getByLabel("密码").fill(guess);
    await page.getByRole("button", { name: "登录" }).click();
    await expect(page.locator(".note--late")).toBeVisible();
  }
  await expect(page.getByText("密码错了5次，这个账号先锁住，15分钟后再试")).toBeVisible();
  await page.getByLabel("账号").fill(login);
  await page.getByLabel("密码").fill(password);
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page.getByText("这个账号先锁住")).toBeVisible();
});

test("large type is kept on the device", async ({ openDevice }) => {
  const page = await openDevice({ viewport: PHONE });
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "大字" }).click();
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("data-type", "large");
  await lookAt(page, "sign-in-large");
});

test("each role lands where its work is", async ({ openDevice, stage }) => {
  const homes = { officer: "/console/", community: "/community", expert: "/field/" } as const;
  for (const [role, home] of Object.entries(homes)) {
    const page = await openDevice();
    await signIn(page, stage.people[role as keyof typeof homes]);
    expect(new URL(page.url()).pathname.startsWith(home), `${role} lands on ${page.url()}`).toBe(true);
  }
});

test("signed out, the console asks for the form and comes back to where one was", async ({ openAs, stage }) => {
  const page = await openAs("officer");
  await page.goto("/console/enterprises");
  await page.getByRole("button", { name: /陆科员/ }).click();
  await page.getByText("退出登录").click();
  await page.waitForURL(/\/sign-in/);
  await page.goto("/console/enterprises");
  await page.waitForURL(/\/sign-in\?next=/);
  await page.getByLabel("账号").fill(stage.people.officer.login);
  await page.getByLabel("密码").fill(stage.people.officer.password);
  await page.getByRole("button", { name: "登录" }).click();
  await page.waitForURL(/\/console\/enterprises$/);
});

test("a first password opens only the page that changes it", async ({ openAs, openDevice }) => {
  const admin = await openAs("admin");
  await admin.goto("/console/people");
  await admin.getByRole("button", { name: "加一个人" }).click();
  const drawer = admin.getByRole("dialog");
  await drawer.getByLabel("姓名").fill("新科员（演示）");
  await drawer.getByLabel("登录名").fill("new-officer");
  await drawer.getByLabel("身份").selectOption({ label: "街道安监人员" });
  await drawer.getByRole("button", { name: "加进来" }).click();
  const password = (await admin.locator(".people__password").textContent()) ?? "";
  const page = await openDevice();
  const enter = async () => {
    await page.goto("/sign-in");
    await page.getByLabel("账号").fill("new-officer");
    await page.getByLabel("密码").fill(password);
    await page.getByRole("button", { name: "登录" }).click();
  };
  await enter();
  await expect(page.getByRole("heading", { name: "先改密码" })).toBeVisible();
  await lookAtBoth(page, "first-password");
  await page.goto("/console/overview");
  await page.waitForURL(/\/sign-in\/password/);
  await page.getByLabel("现在的密码").fill(password);
  await page.getByLabel(/^新密码/).fill("我自己的一句话2026");
  await page.getByLabel("再输一次新密码").fill("我自己的一句话2026");
  await page.getByRole("button", { name: "改好，进去" }).click();
  await expect(page.getByRole("heading", { name: "总览", level: 1 })).toBeVisible();
  await enter();
  await expect(page.getByText("账号或密码不对")).toBeVisible();
});
