import { followDrafts, followPersonTexts, followStepTexts } from "@/lib/view";
import { lazily } from "@/components/ui/lazily";

/** One person, with the editors and their texts; the list asks for them before anybody is opened. */
export const Person = lazily(async () => {
  const [{ PersonView }] = await Promise.all([
    import("./PersonView"),
    followPersonTexts(),
    followStepTexts(),
    followDrafts(),
  ]);
  return PersonView;
});
