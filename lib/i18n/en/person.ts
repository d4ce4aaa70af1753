/** What only the view of one person says; fetched with its editors. */
export const person = {
  standing: {
    title: "Place in this decision",
    share: "Share",
    way: "Way in",
    you: "You",
    chance: (percent: string) => `works with ${percent}`,
    noWay: "No way of introduction is known.",
  },
  whatIf: {
    title: "What if (nothing is saved)",
    hint: "Move a slider to see what would change.",
    stance: "If their stance were",
    access: "If our access were",
    unmoved: "as now",
    support: "Support",
    covered: "Covered",
    change: (before: string, after: string) => `${before} → ${after}`,
    spread: (value: string, spread: string) => `${value} ±${spread}`,
    same: (value: string) => `${value}, unchanged`,
    reset: "Reset",
  },
  opennessTitle: "Listens to others",
  openness: { "1": "own mind", "2": "weighs it", "3": "goes by it" },
  orientationTitle: "Looks at",
  orientation: {
    technical: "technology",
    financial: "money",
    business: "business",
    relationship: "people",
  },
  styleTitle: "Way of talking",
  style: {
    driver: "driver",
    expressive: "expressive",
    amiable: "amiable",
    analytical: "analytical",
  },
  inferred: (value: string) => `${value}, inferred`,
  contested: (value: string) => `${value}, contested`,
  /** Of a role of the user's own. */
  countsAs: (role: string) => `counts as ${role}`,
  calledSo: (name: string, role: string) => `${name} (${role})`,
  talk: "How to talk to them",
  objections: {
    title: "Objections",
    about: "About",
    text: "In their words",
    add: "Add objection",
    open: "open",
    answered: (day: string) => `answered on ${day}`,
    answer: "Answered",
    reopen: "Open again",
    answerLong: (text: string) => `Answered: ${text}`,
    reopenLong: (text: string) => `Open again: ${text}`,
    respond: "What to answer",
  },
  /** By topic, to whoever decides, judges the technology, buys, or uses; `anyone` where the role is not known. */
  response: {
    price: {
      decider:
        "Put the price beside what waiting costs per month, and agree on the result that would justify it.",
      technical:
        "Show which costs the technology saves elsewhere: hardware, upkeep, people. Let them check your numbers.",
      purchaser:
        "Take the price apart over the whole life, and trade: volume or term against discount, never for nothing.",
      user: "Ask what the present way costs them in hours, and take that number to whoever decides.",
      anyone: "Ask: too high compared with what? Only then talk about value or scope.",
    },
    technical: {
      decider:
        "Do not argue the detail: offer a test with clear criteria, and a customer of their size to call.",
      technical:
        "Admit what is true, bring your expert to theirs, and agree on a test on their own data.",
      purchaser: "Put what was promised into the contract as acceptance criteria with dates.",
      user: "Let them try it on a task of their own, and mend what bothers them before the demo ends.",
      anyone: "Ask which case worries them most, and show that one.",
    },
    risk: {
      decider:
        "Make the first step small and reversible: a pilot with an exit, and a named person who answers for it.",
      technical:
        "Walk through what can fail and how one goes back: migration, security, support, in writing.",
      purchaser: "Offer terms that share the risk: milestones, service levels, a way out.",
      user: "Say who helps in the first weeks and what happens on a bad day; keep the old way alongside.",
      anyone: "Ask what happened the last time, and what would have prevented it.",
    },
    timing: {
      decider:
        "Ask what has to happen first, and reckon together what each month of waiting costs.",
      technical: "Split it: what can start now without tying up their team, and what can wait.",
      purchaser:
        "Find the budget date and work back from it; hold the price until then in writing.",
      user: "Plan around their busy weeks, and offer to prepare everything that needs none of their time.",
      anyone: "Ask: if not now, when, and what will be different then?",
    },
    competitor: {
      decider: "Do not run the other down: ask which result matters most, and prove that one.",
      technical:
        "Agree on the criteria and compare on their own case, with both in the room if need be.",
      purchaser:
        "Compare what is included, line by line, over the whole life and not at the list price.",
      user: "Ask what they like about the other, and show how that part of their day goes with us.",
      anyone: "Ask what the other does better, and listen before you answer.",
    },
    need: {
      decider: "Go back to their own aims: which number has to move this year, and what moves it?",
      technical: "Ask what they would have to build or maintain themselves to get there.",
      purchaser: "Ask who asked for it, and bring that person’s reason in their own words.",
      user: "Watch them work for half an hour: the need is there or it is not, and you will both see.",
      anyone: "Ask what happens if nothing is done.",
    },
  },
  contacts: {
    title: "Contact",
    last: (channel: string, day: string) => `Last: ${channel}, ${day}`,
    none: "No contact on record.",
    all: (count: number) => `All contacts (${count})`,
    channel: "How",
    channels: { meeting: "meeting", call: "call", message: "message" },
    when: "When",
    today: "today",
    yesterday: "yesterday",
    date: "on a date",
    day: "Date",
    add: "We spoke",
    said: (name: string, channel: string) => `${name}: ${channel}`,
  },
  ladder: {
    title: "Proof of a champion",
    hint: "Ask for one thing after another, each dearer to them. Who does it sells for us.",
    ask: {
      criteria: "Shared the decision criteria",
      forward: "Forwarded a message of ours",
      introduction: "Introduced us to the decision maker",
      case: "Built the business case with us",
    },
    kept: "Did it",
    notKept: "Did not",
    state: { kept: "did it", "not-kept": "did not", unknown: "not asked" },
    long: (ask: string, answer: string) => `${ask}: ${answer}`,
  },
  says: {
    openness: (level: string) => `listens to others: ${level}`,
    orientation: (value: string) => `looks at ${value}`,
    style: (value: string) => `talks as ${value}`,
    objection: (topic: string, text: string) => `objects (${topic}): ${text}`,
    answered: (holds: boolean): string => (holds ? "objection answered" : "objection open again"),
    contacted: (channel: string, day: string) => `${channel} on ${day}`,
    ask: (ask: string, kept: boolean) => (kept ? ask : `not done: ${ask}`),
    same: (holds: boolean): string => (holds ? "one and the same" : "not the same"),
    party: { account: "a company", contact: "a person" },
    refused: "suggestion refused",
    step: { done: "step done", snoozed: "step put off", dismissed: "step dismissed" },
    leftFor: (name: string) => `has left, replaced by ${name}`,
    win: (text: string) => `gains: ${text}`,
    known: (name: string, title: string) => `there is ${[name, title].filter(Boolean).join(", ")}`,
    notInfluences: (name: string) => `does not move ${name}`,
  },
};
