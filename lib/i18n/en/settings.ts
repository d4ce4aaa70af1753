/** What the settings page says; fetched with it. */
export const settings = {
  title: "Settings",
  lead: "Everything here is applied at once and stays in this browser.",
  nav: "Sections",
  sections: {
    access: "CRMs and access",
    look: "Language and look",
    roles: "Names of roles",
    titles: "Titles",
    halfLives: "How fast claims age",
    shortcuts: "Keyboard shortcuts",
    data: "Data",
  },
  access: {
    lead: "Powermap reads the pages of these CRMs and of nothing else. What you take back, it stops reading at once.",
  },
};
