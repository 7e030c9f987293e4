// The phone's screens as a person uses them: by the words on the buttons. Used against a mocked and a real server alike.
import type { Locator, Page } from "@playwright/test";

export interface PhotoFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export class FieldPhone {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The same phone with another tab before its eyes. */
  on(page: Page): FieldPhone {
    return new FieldPhone(page);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name });
  }

  badge(): Locator {
    return this.page.locator(".sync");
  }

  async open(): Promise<void> {
    await this.page.goto("/field/");
  }

  async signIn(login: string, password: string): Promise<void> {
    await this.page.getByLabel("账号").fill(login);
    await this.page.getByLabel("密码").fill(password);
    await this.button("登录").click();
  }

  /** From today's list to the page of a firm. */
  async openFirm(name: string): Promise<void> {
    await this.page.getByRole("region", { name }).getByRole("button").first().click();
  }

  async startVisit(): Promise<void> {
    await this.button(/^(到了，开始|再检查)$/).click();
    await this.page.getByText("清单 ").waitFor();
  }

  /** Only to look at old hazards again. */
  async startReinspection(): Promise<void> {
    await this.button(/^(到了，复查|只复查)$/).click();
    await this.page.getByRole("region", { name: "要复查的隐患" }).waitFor();
  }

  /** From the page of a firm: the enterprise refuses, about these hazards only. */
  async recordRefusal(refusal: {
    readonly what: string;
    readonly by: string;
    readonly words: string;
    readonly about: readonly string[];
    readonly photo?: PhotoFile;
  }): Promise<void> {
    await this.button(/企业不让查、不肯改/).click();
    await this.page.getByRole("radio", { name: refusal.what }).click();
    await this.page.getByLabel("谁拒绝").fill(refusal.by);
    await this.page.getByLabel("原话怎么说").fill(refusal.words);
    if (refusal.photo) await this.takePhoto("拍当时的情形", refusal.photo);
    for (const box of await this.page.getByRole("checkbox").all()) await box.uncheck();
    for (const name of refusal.about) await this.page.getByRole("checkbox", { name: new RegExp(name) }).check();
    await this.button("记下，请街道决定").click();
    await this.button(/企业不让查、不肯改/).waitFor();
  }

  async accompany(by: string, name: string): Promise<void> {
    await this.button(/谁陪同还没记/).click();
    await this.page.getByRole("radio", { name: by }).click();
    await this.page.getByLabel("姓名").fill(name);
    await this.button("记下").click();
  }

  async openSection(title: string): Promise<void> {
    await this.page.getByRole("navigation", { name: "清单各部分" }).getByRole("button", { name: title }).click();
  }

  async answer(question: string, word: "符合" | "不符合" | "不适用"): Promise<void> {
    await this.page.getByRole("radiogroup", { name: question }).getByRole("radio", { name: word, exact: true }).click();
  }

  async restConform(): Promise<void> {
    await this.button(/都符合$/).click();
  }

  /** Into whichever camera or album field the screen has. */
  async takePhoto(label: string, photo: PhotoFile): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).setInputFiles(photo);
  }

  /** By words: the likeliest item, which leads on to the check of everything. */
  async pickItem(words: string): Promise<void> {
    await this.page.getByLabel("看到什么").fill(words);
    await this.page.getByRole("radio", { name: /最像/ }).click();
    await this.button("记下这条").waitFor();
  }

  /** One stroke over the picture, in shares of its size. */
  async draw(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
    const box = await this.page.locator(".shot__frame").boundingBox();
    if (!box) throw new Error("no picture to draw on");
    await this.page.mouse.move(box.x + box.width * from[0], box.y + box.height * from[1]);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + box.width * to[0], box.y + box.height * to[1], { steps: 6 });
    await this.page.mouse.up();
  }

  /** A name written with the finger on the open pad. */
  async sign(who: RegExp): Promise<void> {
    await this.page.locator("button.sig", { hasText: who }).click();
    const box = await this.page.locator("canvas.pad").boundingBox();
    if (!box) throw new Error("no pad to sign on");
    const at = (x: number, y: number) =>
      this.page.mouse.move(box.x + box.width * x, box.y + box.height * y, { steps: 4 });
    await at(0.15, 0.6);
    await this.page.mouse.down();
    for (const [x, y] of [
      [0.25, 0.25],
      [0.32, 0.7],
      [0.42, 0.4],
      [0.52, 0.66],
      [0.62, 0.42],
      [0.75, 0.6],
      [0.9, 0.5],
    ] as const)
      await at(x, y);
    await this.page.mouse.up();
    await this.button("签好了").click();
  }
}
