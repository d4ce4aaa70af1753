const VARIANTS = [
  "locale=en&theme=light",
  "locale=zh_CN&theme=dark",
  "locale=pseudo&theme=light",
  "locale=en&theme=dark&dir=rtl",
] as const;

/**
 * Every scene in frames, one per variant. Each has a host of its own (browsers resolve every name under
 * `localhost` to this machine), and so a database of its own.
 */
export function Index({ names }: { names: readonly string[] }) {
  return (
    <main class="gallery-index">
      <h1>Powermap gallery</h1>
      {names.map((name) => (
        <section key={name}>
          <h2>{name}</h2>
          <div class="gallery-frames">
            {VARIANTS.map((variant, index) => {
              const host = `${name}-${index}.localhost:${location.port}`;
              const address = `http://${host}/?scene=${name}&${variant}`;
              return (
                <figure key={variant}>
                  <iframe src={address} title={`${name}, ${variant}`} loading="lazy" />
                  <figcaption>
                    <a href={address}>{variant}</a>
                  </figcaption>
                </figure>
              );
            })}
          </div>
        </section>
      ))}
    </main>
  );
}
