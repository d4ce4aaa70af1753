import { useId } from "preact/hooks";
import { percent } from "@/lib/view";

/** How far a longer piece of work is. It shows only when it has taken a moment, so that quick work does not flicker. */
export function Progress({ label, done }: { label: string; done: number }) {
  const id = useId();
  return (
    <div class="data-progress">
      <label for={id}>{label}</label>
      <progress id={id} max={1} value={done} />
      <span class="dim">{percent(done)}</span>
    </div>
  );
}
