import { day, lostSince, noteLoss, text } from "@/lib/view";

/** Says that the browser threw a damaged database away, until the user has taken note. */
export function Loss() {
  const { panel, common } = text.value;
  if (lostSince.value === null) return null;
  return (
    <div class="trouble" role="alert">
      <p>{panel.lost(day(lostSince.value))}</p>
      <button class="button" onClick={() => void noteLoss()}>
        {common.close}
      </button>
    </div>
  );
}
