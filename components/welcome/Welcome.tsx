export function Welcome(_: { crms: readonly unknown[] }) {
  return <p>…</p>;
}
