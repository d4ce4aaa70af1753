import type { Entry } from "./entry";

/** How often something was, which names no day. What is more than once is one thing: so the scale of access has it. */
const digits = Array.from({ length: 29 }, (_, n) => String(n + 2)).join("|");
const join = (all: string, ...with_: readonly ((one: string) => string)[]) =>
  all
    .split("|")
    .flatMap((one) => with_.map((put) => put(one)))
    .join("|");

const EN_COUNTS =
  "two|three|four|five|six|seven|eight|nine|ten|a few|a couple of|a couple|couple of|several|many|multiple|numerous|countless|lots of|dozens of|a number of|so many";
const ZH_COUNTS =
  "两|三|四|五|六|七|八|九|十|几|好几|十几|二十几|几十|多|很多|好多|许多|无数|若干|数|数十|两三|三四|三五|四五|五六|七八";
const EN_OFTEN =
  "twice|once or twice|often|frequently|regularly|repeatedly|weekly|monthly|all the time|every now and then|from time to time|sometimes";
const ZH_OFTEN =
  "两面|几面|经常|常常|时常|定期|不时|频繁|反复|屡次|一再|每天|每周|每月|每年|每个月|每星期|每个星期|每礼拜|每季度|每个季度|每两周|每隔一周";

export const OFTEN: readonly Entry[] = [
  [{ kind: "glue", times: 1 }, "one time|1 time|just one time|一次|第一次|一回|一面|1次|1回"],
  [
    { kind: "glue", times: 2 },
    [
      EN_OFTEN,
      "第二次",
      ZH_OFTEN,
      join(`${EN_COUNTS}|${digits}`, (one) => `${one} times`),
      join(
        "day|week|month|quarter|year",
        (one) => `every ${one}`,
        (one) => `every other ${one}`,
        (one) => `every two ${one}s`,
        (one) => `once a ${one}`,
        (one) => `twice a ${one}`,
      ),
      join(
        `${ZH_COUNTS}|${digits}`,
        (one) => `${one}次`,
        (one) => `第${one}次`,
        (one) => `${one}回`,
        (one) => `${one}趟`,
      ),
    ].join("|"),
  ],
];
