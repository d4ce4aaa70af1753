import "./clamped.css";

/** So many characters fit into the lines of the narrowest panel, whatever the script. */
const FITS = 40;

/**
 * A name, cut on the screen after three lines. The whole is in the text, for those who hear it, and shows
 * under the pointer.
 */
export function Clamped({ name }: { name: string }) {
  return (
    <span class="clamped" {...(name.length > FITS ? { title: name } : {})}>
      {name}
    </span>
  );
}
