/** What a step's texts are made of: formatted already, and empty where there is none. */
export interface StepWords {
  person: string;
  /** Through whom, or whom to ask. */
  through: string;
  /** Whom the person moves. */
  whom: string;
  role: string;
  /** The chance of the role, or the share of a decision maker who is not found. */
  percent: string;
  /** It is the chance that it is this person of all who might hold the role, not how far what is known of them goes. */
  ofAll: boolean;
  /** It is as good as certain. */
  isSure: boolean;
  /** Nothing points to anybody in the list: there is no chance worth a number. */
  noLead: boolean;
  /** The person's share of the decision. */
  share: string;
  stance: string;
  /** The field they came up through, where what they look at is inferred from it. */
  background: string;
  /** A time span: "45 days". */
  days: string;
  /** When, as a distance from today: "3 days ago". */
  since: string;
  topic: string;
  quote: string;
  /** What is asked of a champion. */
  ask: string;
  count: number;
}

/** How likely a role is, where it stands alone. */
const chance = ({ percent, ofAll }: StepWords) =>
  ofAll ? `${percent} among all who might be` : `${percent} by now`;
/** The role somebody holds; that it is this person of all needs no number where it is certain. */
const held = ({ role, percent, ofAll, isSure }: StepWords) => {
  if (ofAll) return isSure ? role : `${role} (${percent} among all who might be)`;
  return `${role} (${percent})`;
};

const others = (count: number) => (count === 1 ? "1 other" : `${count} others`);

/** The next steps: what each asks for, why, what may come of it, and what to say. */
export const steps = {
  kind: {
    "find-decision-maker": {
      title: ({ through }: StepWords) =>
        through ? `Ask ${through} who has the final say` : "Find out who has the final say",
      reason: ({ percent, noLead, count }: StepWords) => {
        if (count === 0) return "Nobody is in this list yet who could decide.";
        if (noLead) return "Nothing points to anybody in this list.";
        return count === 1
          ? `${percent} that the one who decides is not the one person in this list.`
          : `${percent} that the one who decides is none of the ${count} people in this list.`;
      },
    },
    "verify-role": {
      title: ({ person, through, role }: StepWords) =>
        through
          ? `Ask ${through} whether ${person} is ${role}`
          : `Find out whether ${person} is ${role}`,
      reason: (words: StepWords) =>
        `${chance(words)}: what speaks for it is weak, old or disputed.`,
    },
    "resolve-contested-role": {
      title: ({ person, through, role }: StepWords) =>
        through
          ? `Ask ${through} whether ${person} really is ${role}`
          : `Clear up whether ${person} is ${role}`,
      reason: (words: StepWords) =>
        `Strong claims contradict each other (${chance(words)}), and ${words.share} of the decision hangs on this person.`,
    },
    "resolve-contested-stance": {
      title: ({ person, through }: StepWords) =>
        through ? `Ask ${through} where ${person} stands` : `Clear up where ${person} stands`,
      reason: ({ share }: StepWords) =>
        `Strong claims say both for and against us, of a person with ${share} of the decision.`,
    },
    "resolve-contested-power": {
      title: ({ person, through }: StepWords) =>
        through
          ? `Ask ${through} how much power ${person} has`
          : `Clear up how much power ${person} has`,
      reason: ({ share }: StepWords) =>
        `Strong claims contradict each other, of a person with ${share} of the decision.`,
    },
    "resolve-contested-tie": {
      title: ({ person, through, whom }: StepWords) =>
        through
          ? `Ask ${through} whether ${person} really influences ${whom}`
          : `Clear up whether ${person} influences ${whom}`,
      reason: ({ percent, share, whom }: StepWords) =>
        `Strong claims contradict each other (${percent} by now), and ${whom} holds ${share} of the decision.`,
    },
    "learn-stance": {
      title: ({ person, through }: StepWords) =>
        through ? `Ask ${through} where ${person} stands` : `Find out where ${person} stands`,
      reason: ({ share }: StepWords) =>
        `${share} of the decision, and nothing is known of this person’s stance.`,
    },
    meet: {
      title: ({ person, through }: StepWords) =>
        through ? `Meet ${person}, through ${through}` : `Meet ${person}`,
      reason: (words: StepWords) =>
        words.role
          ? `${words.share} of the decision, ${held(words)}, and no recent contact with us on record.`
          : `${words.share} of the decision, and no recent contact with us on record.`,
    },
    "deepen-access": {
      title: ({ person }: StepWords) => `Meet ${person} again`,
      reason: (words: StepWords) =>
        words.role
          ? `${words.share} of the decision, ${held(words)}, and no real access yet.`
          : `${words.share} of the decision, and no real access yet.`,
    },
    "win-over": {
      title: ({ person }: StepWords) => `Win ${person} over`,
      reason: ({ share, stance }: StepWords) => `${share} of the decision, and ${stance} so far.`,
    },
    "adapt-pitch": {
      title: ({ person }: StepWords) => `Fit the pitch to ${person}`,
      // A role that may be a guess is named with its chance only.
      reason: (words: StepWords) =>
        [
          `${words.share} of the decision`,
          ...(words.role && words.percent ? [held(words)] : []),
          ...(words.background ? [words.background] : []),
          "and not known to be fully with us.",
        ].join(", "),
    },
    "protect-champion": {
      title: ({ person }: StepWords) => `Thank ${person}, and share what is new`,
      reason: ({ days, share }: StepWords) =>
        `Speaks for us with ${share} of the decision, and has not been heard of for ${days}.`,
    },
    "prove-champion": {
      title: ({ person, ask }: StepWords) => `Ask ${person} ${ask}`,
      reason: ({ share }: StepWords) =>
        `Said to be on our side, with ${share} of the decision, but no act that costs as much has shown it.`,
    },
    neutralize: {
      title: ({ person, through }: StepWords) =>
        through
          ? `Soften ${person}’s resistance, with ${through}`
          : `Soften ${person}’s resistance`,
      reason: ({ share, stance, count }: StepWords) =>
        count > 0
          ? `${share} of the decision, ${stance}, and influences ${others(count)}.`
          : `${share} of the decision, and ${stance}.`,
    },
    "answer-objection": {
      title: ({ person, through, topic }: StepWords) =>
        through
          ? `Answer ${person}’s objection (${topic}), through ${through}`
          : `Answer ${person}’s objection (${topic})`,
      reason: ({ quote, since, share }: StepWords) =>
        `“${quote}”, raised ${since} by a person with ${share} of the decision.`,
    },
    "add-thread": {
      title: ({ person, through }: StepWords) =>
        through
          ? `Add a second thread: ${person}, through ${through}`
          : `Add a second thread: ${person}`,
      reason: ({ share }: StepWords) =>
        `One relationship carries this deal; this person holds ${share} of the decision.`,
    },
    "refresh-stance": {
      title: ({ person }: StepWords) => `Check where ${person} stands now`,
      reason: ({ days, share }: StepWords) =>
        `The last word on this stance is ${days} old, and ${share} of the decision hangs on it.`,
    },
    "refresh-access": {
      title: ({ person }: StepWords) => `Check how close you still are to ${person}`,
      reason: ({ days, share }: StepWords) =>
        `The last word on our access is ${days} old, and this person holds ${share} of the decision.`,
    },
    "refresh-role": {
      title: ({ person, role }: StepWords) => `Check whether ${person} still is ${role}`,
      reason: ({ days, share }: StepWords) =>
        `The last word on this role is ${days} old, and this person holds ${share} of the decision.`,
    },
  },
  /** The way leads through somebody who is not known to be tied to the person. */
  colleague: {
    through: (name: string) => `${name}, a colleague`,
    reason: (reason: string) => `${reason} No tie between the two is known.`,
  },
  gain: {
    title: "Expected:",
    notFound: (percent: string) => `${percent} not found`,
    covered: (percent: string) => `${percent} covered`,
    support: (value: string) => `support ${value}`,
    spread: (before: string, after: string) => `uncertainty ±${before} → ±${after}`,
  },
  topic: {
    price: "price",
    technical: "technology",
    risk: "risk",
    timing: "timing",
    competitor: "a competitor",
    need: "the need",
  },
  /** What a champion is asked, after "ask NAME". */
  ask: {
    criteria: "to share the decision criteria",
    forward: "to forward a message of ours",
    introduction: "for an introduction to whoever decides",
    case: "to build the business case with us",
  },
  showAll: (count: number) => `Show all (${count})`,
  showFewer: "Show fewer",
  nothingElse: "Nothing else for now.",
  /** On the card of a step that the number on the toolbar button counts. */
  due: "due",
  dueOf: (count: number) => `${count} due`,
  closed:
    "This opportunity is closed, so there is nothing to propose. What you learned here is kept.",
  done: "Done…",
  later: "Later",
  dismiss: "Dismiss",
  open: "Open",
  openLong: (name: string) => `Open ${name}`,
  question: {
    what: "What came of it?",
    who: (role: string) => `Who is the ${role}?`,
    whether: (name: string, role: string) => `Is ${name} ${role}?`,
    moves: (name: string, whom: string) => `Does ${name} influence ${whom}?`,
    when: "Remind me in",
    why: "Why not?",
  },
  somebodyElse: "Somebody else…",
  outcome: {
    yes: "Yes",
    no: "No",
    "for-us": "For us",
    neutral: "Neutral",
    "against-us": "Against us",
    "met-for-us": "Met: for us",
    "met-neutral": "Met: neutral",
    "met-against-us": "Met: against us",
    spoke: "We met again",
    "did-it": "Done for us",
    "did-not": "Not done",
    answered: "Answered",
    "not-answered": "Still open",
    "still-so": "Still so",
    nothing: "Nothing came of it",
  },
  snooze: { "1": "1 day", "7": "1 week", "30": "1 month" },
  whyNot: ["Not worth it", "Already under way", "Wrong moment", "It is not so"],
  whyOther: "Another reason (optional)",
  handled: {
    title: (count: number) => `Done, later, dismissed (${count})`,
    done: (day: string) => `done on ${day}`,
    snoozed: (day: string) => `back on ${day}`,
    dismissed: (day: string, why: string) =>
      why ? `dismissed on ${day}: ${why}` : `dismissed on ${day}`,
    back: "Bring back",
    backLong: (title: string) => `Bring back: ${title}`,
  },
  said: {
    done: (title: string, outcome: string) => `${title}: ${outcome}`,
    later: (title: string) => `Later: ${title}`,
    dismissed: (title: string) => `Dismissed: ${title}`,
    back: (title: string) => `Brought back: ${title}`,
  },
  pitch: {
    title: "What to say",
    role: {
      "decision-maker":
        "Start with the result and its date: what changes for the business, and what waiting costs.",
      approver: "Start with risk and return: payback, security and terms, on one page.",
      "technical-evaluator":
        "Show technical strength on their own data, and name the limits before they find them.",
      purchaser:
        "Talk total cost and terms: the price over the whole life, options, service levels.",
      "opinion-leader":
        "Give them something worth passing on: a proof, a reference from their field, a say in the design.",
      user: "Show their working day: fewer steps, less rework, and how they will be trained.",
    },
    /** Before what they look at, which is inferred from it, and within a reason. */
    background: {
      engineering: "technical background",
      finance: "finance background",
      operations: "operations background",
      sales: "sales background",
    },
    by: (background: string, advice: string) =>
      `${background.charAt(0).toUpperCase()}${background.slice(1)}. ${advice}`,
    orientation: {
      technical: "Looks at the technology: bring the architecture, a test, and an expert.",
      financial: "Looks at the money: bring payback, total cost, and what the price leaves out.",
      business: "Looks at the business: bring results, dates, and who else got there.",
      relationship:
        "Looks at people: bring those they will work with, and keep small promises first.",
    },
    style: {
      driver: "Be brief: the point first, two options, and let them choose.",
      expressive: "The big picture first, details later; name people, show enthusiasm.",
      amiable: "Take time, be personal, and take the risk out of every step.",
      analytical: "Send the data beforehand, be exact, and leave time to check.",
    },
  },
};
