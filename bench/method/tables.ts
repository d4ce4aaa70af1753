/** The results of `bench:method` as tables in Markdown. */
import type { AdviceRow, Calibration, RankRow } from "./suite.ts";

const each = (of: (one: keyof RankRow["agrees"]) => string) =>
  (["spearman", "kendall", "stuart"] as const).map(of).join(" / ");

type Estimated = { mean: number; error: number };

export function networkTables(
  name: string,
  reference: readonly Record<string, number>[],
  rows: readonly RankRow[],
): string {
  const known = reference.map((numbers, n) => [
    n === 0 ? "advice" : "advice and reporting lines",
    ...Object.values(numbers).map((one) => decimal(one)),
  ]);
  const text = [
    `## ${name}: shares against the formal level`,
    "All ties seen, nothing else, by the book (Spearman):",
    table(["ties", ...Object.keys(reference[0]!)], known),
  ];
  const groups = Map.groupBy(
    rows,
    ({ titles, reports }) =>
      `${titles === null ? "without titles" : `titles right in ${percent(titles)}`}, ` +
      `reporting lines ${reports ? "known" : "not known"}`,
  );
  for (const [condition, group] of groups) {
    const methods = [...new Set(group.map(({ method }) => method))];
    const bySeen = [...Map.groupBy(group, ({ seen }) => seen)];
    text.push(
      `**${condition}**: Spearman / Kendall's τ_b / Stuart's τ_c, mean of the draws.`,
      table(
        ["seen", ...methods],
        bySeen.map(([seen, some]) => [
          percent(seen),
          ...some.map(({ agrees }) => each((one) => decimal(agrees[one].mean))),
        ]),
      ),
      "Ours less the other in the same draws, ± standard error:",
      table(
        ["seen", ...methods.slice(1)],
        bySeen.map(([seen, some]) => [
          percent(seen),
          ...some.flatMap(({ ahead }) => (ahead ? [each((one) => signed(ahead[one]))] : [])),
        ]),
      ),
    );
  }
  return text.join("\n\n");
}

export function calibrationTables(
  worlds: readonly { name: string; says: string }[],
  rows: readonly Calibration[],
): string {
  const label = ({ world, sizes }: Calibration) => [world, sizes.join(", ")];
  const brier = (one: Calibration["roles"]) =>
    `${decimal(one.brier)} (${decimal(one.brierOfBaseRate)})`;
  return [
    "## Do the intervals tell the truth?",
    worlds.map(({ name, says }) => `- _${name}_: ${says}.`).join("\n"),
    "Share (%) of the 90 % intervals that hold the truth, ± standard error; of the scales, of those of whom " +
      "something was said. Half-width and bias (truth less prediction) of the support in steps of stance.",
    table(
      ["world", "people", "support", "stance", "power", "access", "half-width", "bias"],
      rows.map((row) => {
        const { support, stance, power, access } = row.coverage;
        return [
          ...label(row),
          ...[support, stance.stated, power.stated, access.stated].map(share),
          row.halfWidth.mean.toFixed(2),
          signed(row.bias),
        ];
      }),
    ),
    "Brier scores of the predictions (of always saying the base rate):",
    table(
      [
        "world",
        "people",
        "all roles",
        "decision maker",
        "the same, if one decides",
        "nobody listed",
      ],
      rows.map((row) => [
        ...label(row),
        ...[row.roles, row.decisionMaker, row.oneDecides, row.ghost].map(brier),
      ]),
    ),
    "Reliability for the decision maker, all sizes together: predicted → observed, by tenths of the predicted " +
      "probability; for each person alone, and if one person decides.",
    table(
      ["world", ...Array.from({ length: TENTHS }, (_, n) => `.${n}`)],
      [...Map.groupBy(rows, ({ world }) => world)].flatMap(([world, some]) => [
        [world, ...reliability(some.map(({ decisionMaker }) => decisionMaker))],
        ["– one decides", ...reliability(some.map(({ oneDecides }) => oneDecides))],
      ]),
    ),
  ].join("\n\n");
}

const TENTHS = 10;

function reliability(some: readonly Calibration["roles"][]): string[] {
  const byTenth = Map.groupBy(
    some.flatMap(({ bins }) => bins),
    ({ predicted }) => Math.min(TENTHS - 1, Math.floor(predicted * TENTHS)),
  );
  return Array.from({ length: TENTHS }, (_, n) => {
    const bins = byTenth.get(n) ?? [];
    const count = bins.reduce((sum, bin) => sum + bin.count, 0);
    const mean = (of: "predicted" | "observed") =>
      decimal(bins.reduce((sum, bin) => sum + bin.count * bin[of], 0) / count, 2);
    return count > 0 ? `${mean("predicted")}→${mean("observed")}` : "";
  });
}

export function adviceTables(rows: readonly AdviceRow[], days: number): string {
  const goals = {
    named: "The decision maker is named: likelier than .8 to be the one who decides",
    alone: "Their own P > .8, however likely the others are",
    narrow: "Support within ±.2",
    both: "Both",
  } as const;
  const text = [
    "## Does the advice help?",
    `One question a day for ${days} days, ${rows[0]?.accounts} accounts of each size. Median days (within the day) until the goal ` +
      "(share of accounts that reached it), and under it the mean of the days later than ours in the same account " +
      `[90 % interval by bootstrap], never counting as ${days + 1}.`,
  ];
  const bySize = [...Map.groupBy(rows, ({ size }) => size)];
  const policies = [...new Set(rows.map(({ policy }) => policy))];
  for (const goal of Object.keys(goals) as (keyof typeof goals)[]) {
    text.push(
      `**${goals[goal]}**`,
      table(
        ["people", ...policies],
        bySize.flatMap(([size, some]) => [
          [
            String(size),
            ...some.map(
              ({ median, reached }) =>
                `${median[goal]?.toFixed(1) ?? `> ${days}`} (${percent(reached[goal])})`,
            ),
          ],
          [
            "",
            ...some.map(({ behind: { [goal]: one }, policy }) =>
              policy === "ours" ? "" : `${plus(one.mean)} [${plus(one.low)}, ${plus(one.high)}]`,
            ),
          ],
        ]),
      ),
    );
  }
  text.push(
    "**On the last evening** (both goals reached, or the time over): mean half-width, root mean square of what the " +
      "prediction is off, share of intervals that hold the truth, days on which somebody else was named; and how " +
      "often each kind of question was asked.",
    table(
      ["people", "policy", "half", "off", "holds", "misled", ...Object.keys(rows[0]!.asked)],
      rows.map(({ size, policy, half, off, holds, misled, asked }) => [
        String(size),
        policy,
        half.toFixed(2),
        off.toFixed(2),
        percent(holds),
        misled.toFixed(1),
        ...Object.values(asked).map((one) => one.toFixed(0)),
      ]),
    ),
    "**What was left** of the variance where ±.2 was not reached (which is .0148), mean by kind:",
    table(
      ["people", "policy", ...Object.keys(rows.find(({ left }) => left)?.left ?? {})],
      rows.flatMap(({ size, policy, left }) =>
        left ? [[String(size), policy, ...Object.values(left).map((one) => decimal(one, 4))]] : [],
      ),
    ),
  );
  return text.join("\n\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Of numbers between −1 and 1, without the 0 before the point. */
const decimal = (one: number, digits = 3) => one.toFixed(digits).replace(/^(-?)0\./, "$1.");
const sign = (one: number) => (one < 0 ? "−" : "+");
const signed = ({ mean, error }: Estimated) =>
  `${sign(mean)}${decimal(Math.abs(mean))} ± ${decimal(error)}`;
const share = ({ mean, error }: Estimated) =>
  `${(mean * 100).toFixed(1)} ± ${(error * 100).toFixed(1)}`;
const percent = (one: number) => `${Math.round(one * 100)} %`;
const plus = (one: number) => `${sign(one)}${Math.abs(one).toFixed(1)}`;
