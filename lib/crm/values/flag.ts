const YES = new Set(["true", "yes", "checked", "1", "✓", "✔", "☑", "是", "已选中", "真"]);
const NO = new Set(["false", "no", "unchecked", "not checked", "0", "否", "未选中", "假"]);

/** Yes or no, from a machine value, an alternative text or a tick; `null` for anything else. */
export function parseFlag(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : null;
}
