import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * Stays at the foot of the panel while the rest scrolls under it, and tells the style how high it is: so far what gets
 * the focus further up is kept clear of it.
 */
export function FootPlace({ children }: { children: ComponentChildren }) {
  const foot = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    const measured = new ResizeObserver(() =>
      style.setProperty("--foot", `${foot.current?.offsetHeight ?? 0}px`),
    );
    measured.observe(foot.current!);
    return () => measured.disconnect();
  }, []);
  return (
    <div class="panel-foot" ref={foot}>
      {children}
    </div>
  );
}
