/** What is said in the CRM's page and in its context menu; the background alone says it. */
export const page = {
  /** Each role's name, and what a badge in the page writes where that has no room. */
  roleShort: {
    "decision-maker": ["decision maker", "decides"],
    "opinion-leader": ["opinion leader", "leads"],
    user: ["user", "user"],
    purchaser: ["purchaser", "buys"],
    "technical-evaluator": ["technical evaluator", "checks"],
    approver: ["approver", "approves"],
    champion: ["champion", "champion"],
    coach: ["coach", "coach"],
    gatekeeper: ["gatekeeper", "gate"],
    initiator: ["initiator", "began it"],
  },
  menu: {
    tagAs: (role: string) => `Tag as ${role}`,
    more: "More…",
    tagged: (name: string, role: string) => `${name}: tagged as ${role}`,
    taggedAlready: (name: string, role: string) => `${name} is tagged as ${role} already`,
    untagged: (name: string, role: string) => `${name}: no longer tagged as ${role}`,
    nobodyHere: "No contact under the cursor. Right-click a contact’s name.",
    nobodyFocused:
      "No contact in focus. Move to a contact’s name with the Tab key, or open the contact’s page.",
  },
  undo: {
    label: "Undo",
    undone: "Undone",
    failed: "Could not undo: open the panel to try again.",
  },
};
