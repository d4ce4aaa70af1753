/** The manifest's commands, in the settings and in the panel's menu; what it says itself is in the browser's language. */
export const commandWords = {
  commands: {
    _execute_action: "Open the list of accounts",
    _execute_sidebar_action: "Open the panel",
    "open-panel": "Open the panel",
    "tag-contact": "Tag the contact in focus as decision maker",
  } as Partial<Record<string, string>>,
  unset: "no key",
};
