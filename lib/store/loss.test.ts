import { freshName } from "./testing";
import { expect, test } from "vitest";
import { claim, key } from "@/lib/domain/testing";
import { appendClaims } from "./claims";
import { openDatabase } from "./database";
import { lostAt, noticeLoss } from "./loss";

test("an empty log is a loss only where something was said before, and is told once", async () => {
  const database = await openDatabase(freshName());
  await noticeLoss(database, 1);
  expect(await lostAt.getValue(), "nothing was said yet").toBeNull();

  await appendClaims(database, [claim(1, key("contact", "li"), { aspect: "note", text: "…" })]);
  await noticeLoss(database, 2);
  expect(await lostAt.getValue(), "all is there").toBeNull();

  await database.claims.clear(); // as the browser does with a damaged database
  await noticeLoss(database, 3);
  expect(await lostAt.getValue()).toBe(3);

  await noticeLoss(database, 4);
  expect(await lostAt.getValue(), "the first moment stays").toBe(3);
  database.close();
});
