export function Popup() {
  return <p>…</p>;
}
