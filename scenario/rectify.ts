// The owner's side: saying it is done with a photo, asking for more time. Some never touch the phone; the community helps some.
import { addDays, instantAt } from "#domain/calendar/local-date.ts";
import { type Inspected, type OpenHazard, slotOf } from "./inspect.ts";
import { type LinkHolder, openLink } from "./link.ts";
import { newId, type Person } from "./person.ts";
import { upload } from "./upload.ts";
import { type Listed, listedOf, type World } from "./world.ts";

/** Of five ordinary enterprises two never touch the phone, one opens its link, two are helped by the community or sign in. */
export function rectifyLater(world: World, inspected: Inspected): void {
  const { enterprise, day, open } = inspected;
  const turn = enterprise.registerNo % 5;
  if (turn < 2) return;
  const holder = turn === 3 ? holderOf(world, inspected) : undefined;
  if (holder) world.agenda.on(day, "owner", () => holder.receive());
  const some = open.filter((_, index) => turn === 4 || index % 2 === 0);
  const waited = 8 + (enterprise.registerNo % 6);
  for (const hazard of some)
    world.agenda.on(addDays(day, Math.min(waited, hazard.days)), "owner", () =>
      holder ? submitByLink(world, enterprise, holder, hazard) : submit(world, enterprise, hazard),
    );
}

function holderOf(world: World, { enterprise, linkSecret }: Inspected): LinkHolder {
  return openLink(world, linkSecret, { name: `${enterprise.principalName}（演示）`, position: "负责人" });
}

async function submitByLink(world: World, enterprise: Listed, holder: LinkHolder, { hazardId, find }: OpenHazard) {
  const photo = world.pool.take(find.scene, true, instantAt(world.today(), "11:20"), enterprise.place);
  await holder.submit(hazardId, textOf(find), photo);
}

function textOf({ scene }: OpenHazard["find"]): string {
  return scene === "recordsFolder" ? "已补齐并归档" : "已整改，见照片";
}

/** By the owner where one signs in, else by the community on its behalf. */
export async function submit(world: World, enterprise: Listed, { hazardId, find }: OpenHazard): Promise<void> {
  const at = instantAt(world.today(), "11:20");
  const photo = world.pool.take(find.scene, true, at, enterprise.place);
  const person = keeperOf(world, enterprise);
  const text = textOf(find);
  const fiveFixes = { responsible: `${enterprise.principalName}（演示）`, measures: text, time: "本周内" };
  await person.act("rectification.submit", { hazardId, text, photos: [slotOf(photo)], fiveFixes }, at);
  await upload(person, [photo]);
}

/** Who acts for the enterprise: its owner, else the community on its behalf. */
export function keeperOf(world: World, { enterpriseId, communityId }: Listed): Person {
  const owner = world.owners.get(enterpriseId);
  if (owner) return owner;
  const community = world.cast.communities.find(({ id }) => id === communityId);
  if (!community) throw new Error("the enterprise lies in no community");
  return community.officer;
}

/** R12's four parts, and the office's answer two days later. */
export async function askForTime(
  world: World,
  inspected: Inspected,
  hazard: OpenHazard,
  grantedDays: number | undefined,
) {
  const owner = world.owners.get(inspected.enterprise.enterpriseId);
  if (!owner) throw new Error("nobody of the enterprise signs in");
  const { hazardId } = hazard;
  await owner.act("extension.request", {
    ...{ hazardId, extensionId: newId(), daysNeeded: 20 },
    stepsTaken: "旧设备已停用，新护罩已下单并付了定金",
    reason: "配件需按尺寸定做，供货要三周",
    interimProtection: "设备断电上锁，拉警戒线，专人看守",
  });
  const until = addDays(inspected.day, hazard.days + (grantedDays ?? 0));
  world.agenda.on(addDays(world.today(), 2), "office", () =>
    world.cast.officeLead.act("extension.decide", {
      hazardId,
      ...(grantedDays ? { outcome: "grant", grantedUntil: until } : { outcome: "decline" }),
      reason: grantedDays ? "措施到位，同意延期" : "清理通道不需要采购，按期完成",
    }),
  );
}

/** Somebody of the enterprise signs in from now on. */
export async function letOwnerSignIn(world: World, enterpriseId: string): Promise<void> {
  const enterprise = listedOf(world, enterpriseId);
  const name = `${enterprise.principalName}（演示）`;
  const person = { role: "enterprisePrincipal", name, scopeId: enterpriseId } as const;
  world.owners.set(enterpriseId, await world.stage.addPerson(world.tenantId, person));
}
