/** The sample account: an invented customer, to try Powermap on. */
export const sample = {
  title: "Sample data",
  text: "An invented customer, to try Powermap on. Change what you like.",
  deals: "Sample opportunities",
  remove: "Remove sample data",
  confirm: "Remove the sample data?",
  confirmText:
    "The invented customer goes, with everything that you said about it. Your own data stays as it is.",
  confirmYes: "Remove",
  confirmNo: "Keep",
  removing: "Removing…",
  failed: (reason: string) => `Not removed. ${reason}`,
  choose: "Choose your CRM",
  add: "Try it with sample data",
  addText: "No CRM at hand? An invented customer shows what Powermap does.",
  adding: "Preparing…",
  notAdded: (reason: string) => `The sample data could not be added. ${reason}`,
};
