import type { Entry } from "./entry";
import {
  access,
  background,
  leans,
  openness,
  orientation,
  power,
  role,
  stance,
  style,
  towards,
} from "./entry";

/** The English words of quick capture: what sellers write of people in one line. */
export const EN: readonly Entry[] = [
  // Roles beyond the names that lib/domain knows.
  role(
    "decision-maker",
    "decider|decision-maker|decision makers|decides|makes the decision|makes the call|has the final say|final say|calls the shots|signs off on it|ultimate buyer",
  ),
  role("opinion-leader", "opinion leaders|thought leader|influencers|opinion-leader"),
  role("user", "users|end users|end-user|uses it|will use it|works with it"),
  role("purchaser", "buyer|purchasers|purchasing lead|procures|procurement lead"),
  role(
    "technical-evaluator",
    "technical evaluators|tech buyer|tech evaluator|te|evaluates the technology|technical-evaluator",
  ),
  role("approver", "approvers|approves it|signs off|must approve|has a veto"),
  role("champion", "champions|our champion|champions us|our advocate"),
  role("coach", "coaches|our coach|coaches us|our insider"),
  role("gatekeeper", "gatekeepers|gate-keeper|controls access"),
  role("initiator", "initiators|started it|raised the need|initiated it"),

  stance(
    2,
    "mentor|mentors us|strong supporter|strongly supports us|fully supports us|totally for us|loves us|fan|big fan|our fan|stance mentor",
  ),
  stance(
    1,
    "supporter|supports us|supports our proposal|supports our offer|supports our solution|supports the project|supports the deal|support us|supporting us|on our side|for us|in favor|in favour|in favor of us|in favour of us|likes us|like us|prefers us|backs us|pro us|stance supporter",
  ),
  towards(1, "supportive|positive|friendly"),
  leans(1, "supports|support|likes|backs|favors|favours|prefers"),
  stance(0, "undecided|on the fence|stance neutral"),
  towards(0, "neutral|indifferent"),
  stance(
    -1,
    "non-supporter|non supporter|against us|opposes us|oppose us|dislikes us|does not like us|critical of us|prefers a competitor|prefers the competitor|stance non-supporter",
  ),
  towards(-1, "negative|skeptical|sceptical|unsupportive"),
  leans(-1, "opposes|oppose|dislikes|against"),
  stance(
    -2,
    "enemy|hates us|strongly against us|strongly opposes us|blocker|blocks us|blocking us|our enemy|stance enemy",
  ),
  towards(-2, "hostile"),
  [
    { kind: "says", says: { aspect: "stance", value: 2 }, how: "act" },
    "defended us|stood up for us|vouched for us|fought for us",
  ],

  power(
    3,
    "inner circle|in the inner circle|very powerful|powerful|power inner circle|lots of power|a lot of power",
  ),
  power(2, "political structure|in the political structure|some power|power political structure"),
  power(
    1,
    "outsider|no power|powerless|outside the political structure|no real power|power outside|power: outside|little power",
  ),

  access(
    0,
    "no access|access none|access: none|never met|no contact|not met yet|cannot reach|can't reach|unreachable|hard to reach",
  ),
  access(1, "brief access|access brief|access: brief|met once|met briefly|little access"),
  access(
    2,
    "multiple access|access multiple|access: multiple|met several times|met a few times|met often|regular contact|good access",
  ),
  access(
    3,
    "in-depth access|access in-depth|access: in-depth|in depth access|know well|know him well|know her well|knows us well|close to us|close relationship|good relationship|great relationship",
  ),

  openness(
    1,
    "own mind|makes up own mind|makes up his own mind|makes up her own mind|stubborn|listens to nobody|listens to others own mind|listens to others: own mind|hardly listens|hardly listens to others|listens to others hardly|listens to others: hardly",
  ),
  openness(
    2,
    "weighs it|weighs advice|weighs what others say|listens to others: weighs advice|listens to others weighs advice|listens to others: weighs it|listens to others weighs it|listens to others",
  ),
  openness(
    3,
    "goes by it|follows advice|listens to others: follows advice|listens to others follows advice|goes by what others say|follows others|easily swayed|listens to others: goes by it|listens to others goes by it",
  ),

  orientation(
    "technical",
    "looks at technology|cares about technology|cares about the technology|technology first|technical orientation",
  ),
  orientation(
    "financial",
    "looks at money|cares about money|cares about price|cares about the price|cares about cost|cares about costs|looks at price|price sensitive|price-sensitive",
  ),
  orientation(
    "business",
    "looks at business|cares about business|cares about the business|cares about results|business first",
  ),
  orientation(
    "relationship",
    "looks at people|cares about people|cares about relationships|relationship first",
  ),

  background(
    "engineering",
    "comes from engineering|came from engineering|came up through engineering|engineering background|background in engineering|background: engineering|technical background|an engineer by training|engineer by training|engineer by trade|trained as an engineer|trained engineer|studied engineering",
  ),
  background(
    "finance",
    "comes from finance|came from finance|came up through finance|finance background|financial background|background in finance|background: finance|accountant by training|accountant by trade|trained as an accountant|trained accountant|comes from accounting|studied finance",
  ),
  background(
    "operations",
    "comes from operations|came from operations|came up through operations|operations background|background in operations|background: operations|comes from production|came from production|came up through production|comes from the shop floor|came up from the shop floor",
  ),
  background(
    "sales",
    "comes from sales|came from sales|came up through sales|sales background|background in sales|background: sales|comes from marketing|came from marketing|marketing background|background in marketing|salesman by training|salesperson by training",
  ),

  style("driver", "driver|talks as driver|driver style|driving style"),
  style("expressive", "expressive|talks as expressive"),
  style("amiable", "amiable|talks as amiable"),
  style("analytical", "analytical|talks as analytical"),

  [
    { kind: "says", says: { aspect: "left" } },
    "left|has left|has left the company|left the company|left the firm|left the business|left his job|left her job|left their job|gone|is gone|resigned|has resigned|quit|no longer there|no longer works there|no longer with them|retired|was fired|got fired",
  ],
  [
    { kind: "says", says: { aspect: "reports-to", to: null } },
    "reports to nobody|reports to no one|at the top|top boss|has no boss|no boss above",
  ],

  [
    { kind: "ask", ask: "criteria" },
    "shared the decision criteria|shared the criteria|gave us the criteria|told us the criteria",
  ],
  [
    { kind: "ask", ask: "forward" },
    "forwarded a message of ours|forwarded our message|forwarded our mail|forwarded our email|forwarded our offer|passed on our offer",
  ],
  [
    { kind: "ask", ask: "introduction" },
    "introduced us to the decision maker|introduced us to the dm|introduced us to the boss|introduced us to the one who decides|introduced us",
  ],
  [{ kind: "ask", ask: "introduction", takes: true }, "introduced us to"],
  [
    { kind: "ask", ask: "case" },
    "built the business case with us|built the case with us|wrote the business case with us|works on the business case with us",
  ],

  [
    { kind: "relation", relation: "moves" },
    "influences|influence|moves|move|sways|sway|convinces|persuades|has influence on|has influence over|has the ear of",
  ],
  [
    { kind: "relation", relation: "hears" },
    "listens to|listen to|follows|trusts|trust|is influenced by|influenced by|is swayed by|relies on|asks for advice|goes by what|takes advice from|defers to",
  ],
  [
    { kind: "relation", relation: "reports" },
    "reports to|report to|reporting to|works for|works under|is under|subordinate of|answers to",
  ],
  [
    { kind: "relation", relation: "manages" },
    "manages|supervises|leads|is the boss of|boss of|is the manager of|manager of|is the supervisor of",
  ],
  [{ kind: "relation", relation: "boss" }, "boss|manager|supervisor|superior|line manager"],
  [{ kind: "relation", relation: "subordinate" }, "direct report|subordinate|report"],
  [
    { kind: "relation", relation: "replaced" },
    "replaced by|was replaced by|is replaced by|has left, replaced by|left, replaced by|has been replaced by|succeeded by|successor is",
  ],
  [
    { kind: "relation", relation: "takes-over" },
    "takes over from|took over from|replaces|replaced|succeeds",
  ],

  [
    { kind: "contact", channel: "meeting" },
    "met|we met|meet|meeting|had a meeting|met up|met with|met in person|visited|saw in person|had lunch|had dinner|had coffee|lunch|dinner|coffee|demo|gave a demo|sat down|sat down with|spoke|spoke to|spoke with|talked|talked to|talked with",
  ],
  [
    { kind: "contact", channel: "call" },
    "called|call|phoned|phone call|had a call|rang|on the phone|video call|zoom|spoke on the phone|talked on the phone",
  ],
  [
    { kind: "contact", channel: "message" },
    "emailed|e-mailed|mailed|wrote to|wrote|messaged|texted|message|email|e-mail|sent a message|sent a mail|sent an email|left a message|left a voicemail|wechat|chatted|replied|answered our mail",
  ],

  [
    { kind: "objects", noun: true },
    "objection|objections|objection from|objection of|objection by|concern|concern of|concern from|worry of",
  ],
  [
    { kind: "objects" },
    "objects|objects to|objects that|complains|complains about|complains that|worries|worries about|worries that|is worried|worried about|is worried about|is concerned about|concerned about|fears|is afraid of|afraid of",
  ],
  [
    { kind: "complaint", topic: "price" },
    "too expensive|is too expensive|too costly|too pricey|price too high|price is too high|the price is too high|no budget|has no budget|over budget",
  ],
  [
    { kind: "complaint", topic: "risk" },
    "too risky|too big a risk|not safe enough|not secure enough",
  ],
  [
    { kind: "complaint", topic: "timing" },
    "too early|too late|not now|not this year|bad timing|no time",
  ],
  [{ kind: "complaint", topic: "need" }, "no need|doesn't need it|does not need it|sees no need"],
  [{ kind: "note", win: true }, "gains|gain|personal win|personal win of|win of|wins"],
  [{ kind: "note" }, "note|note on|note about|notes on"],

  [
    { kind: "sure", sure: "certain" },
    "certain|certainly|surely|sure|for sure|definitely|clearly is|100%|no doubt|without doubt|absolutely|i am sure|i'm sure|i know",
  ],
  [
    { kind: "sure", sure: "likely" },
    "likely|probably|presumably|most likely|i think|i believe|should be|seems|seems to be|looks like",
  ],
  [
    { kind: "sure", sure: "guess" },
    "maybe|perhaps|possibly|might be|may be|might|may|could be|a guess|guess|i guess|not sure|i'm not sure|unsure|i suspect|i assume",
  ],

  [
    { kind: "how", how: "interview" },
    "told me|told us|told me that|told us that|said|said that|said so|they said so|he said so|she said so|says|says that|by own words|in person said|confirmed|confirmed that|admitted|interview",
  ],
  [
    { kind: "how", how: "observation" },
    "i saw|we saw|saw|saw that|saw it|i saw it|noticed|i noticed|observed|watched",
  ],
  [
    { kind: "how", how: "questionnaire" },
    "questionnaire|survey|in the questionnaire|in the survey",
  ],
  [{ kind: "how", how: "judgement" }, "my judgement|my judgment|in my view|in my opinion|imo"],
  [{ kind: "how", how: "act" }, "their act|proved it|has proved|by deed"],
  [
    { kind: "how", how: "judgement", sure: "guess" },
    "i heard|i hear|heard|heard that|apparently|rumor has it|rumour has it|people say|they say|allegedly|supposedly|hearsay",
  ],

  [{ kind: "strength", strength: 1 }, "a little|slightly|a bit|somewhat"],
  [{ kind: "strength", strength: 2 }, "clearly"],
  [{ kind: "strength", strength: 3 }, "decisively|a lot|strongly|heavily|very much"],

  [
    { kind: "future" },
    "will|'ll|going to|plan to|plans to|planning to|want to|wants to|should|must|need to|needs to|tomorrow|next week|next month|next time|next monday|next tuesday|next wednesday|next thursday|next friday|next year|next quarter|later|soon|to be scheduled",
  ],
  [
    { kind: "not" },
    "not|isn't|is not|are not|aren't|doesn't|does not|don't|do not|didn't|did not|hasn't|has not|haven't|have not|won't|will not|no longer|no|never|cannot|can't|not done|not a|not the",
  ],
  [
    { kind: "is" },
    "is|are|=|'s|as|be|being|acts as|works as|plays the|became|role|stance|power|access|talks as",
  ],
  [{ kind: "and" }, "and|also|then|plus|&"],
  [{ kind: "and", but: true }, "but|while|whereas"],
  [{ kind: "and", or: true }, "or|nor"],
  [{ kind: "he" }, "he|she|they|him|her|them|his|their"],
  [
    { kind: "glue" },
    "the|a|an|our|we|i|us|my|me|of|to|from|with|w/|by|in|on|at|this|that|it|its|for|has|have|had|been|very|really|quite|still|now|already|just|here|one|person|mr|ms|mrs|dr|mr.|ms.|mrs.|dr.|again|too|so|both|all|about|deal|role of|done|yet|ever|actually|anymore|any more|currently",
  ],
];
