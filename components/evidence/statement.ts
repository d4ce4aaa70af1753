import type { RecordKey, Statement } from "@/lib/domain";
import { day, personText, stepText, text } from "@/lib/view";

/** What a claim states, in words. */
export function whatItSays(
  says: Statement,
  nameOf: (person: RecordKey<"contact">) => string,
): string {
  const { role, panel, profile } = text.value;
  const steps = stepText.value;
  const { says: words, ...texts } = personText.value;
  switch (says.aspect) {
    case "role":
      return panel.evidence.role(
        says.called === undefined ? role[says.role] : texts.calledSo(says.called, role[says.role]),
        says.holds,
      );
    case "stance":
      return panel.stance[says.value];
    case "power":
      return panel.power[says.level];
    case "access":
      return panel.access[says.level];
    case "openness":
      return words.openness(texts.openness[says.level]);
    case "orientation":
      return words.orientation(texts.orientation[says.value]);
    case "background":
      return words.background(texts.background[says.value]);
    case "style":
      return words.style(texts.style[says.value]);
    case "reports-to":
      return says.to === null ? panel.evidence.top : panel.evidence.reportsTo(nameOf(says.to));
    case "influences":
      return says.holds
        ? panel.evidence.influences(nameOf(says.whom), panel.person.strength[says.strength])
        : words.notInfluences(nameOf(says.whom));
    case "objection":
      return words.objection(steps.topic[says.topic], says.text);
    case "answered":
      return words.answered(says.holds);
    case "contacted":
      return words.contacted(texts.contacts.channels[says.channel], day(says.on));
    case "ask":
      return words.ask(texts.ladder.ask[says.ask], says.kept);
    case "note":
      return says.text;
    case "win":
      return words.win(says.text);
    case "known":
      return words.known(says.name, says.title ?? "");
    case "left":
      return says.replacedBy === undefined
        ? panel.person.leftSince
        : words.leftFor(says.replacedBy);
    case "organisation":
      return profile.said(profile.organisation.title, profile.organisation[says.value]);
    case "culture":
      return profile.said(profile.culture.title, profile.culture[says.value]);
    case "focus":
      return profile.said(profile.focus.title, profile.focus[says.value]);
    case "step":
      return words.step[says.state];
    case "same":
      return words.same(says.holds);
    case "party":
      return words.party[says.kind];
    case "refused":
      return words.refused;
  }
}
