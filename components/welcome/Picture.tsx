import { text } from "@/lib/view";

/** What the panel will show, in small: each person's share of a decision. An example, not data. */
export function Picture() {
  const { welcome } = text.value;
  const [first, second] = welcome.pictureInitials;
  return (
    <div class="picture" role="img" aria-label={welcome.picture}>
      <div class="picture-title">{welcome.pictureTitle}</div>
      <div class="picture-bar">
        <span class="picture-share" data-stance="for" style={{ flexGrow: 34 }}>
          <b>{first}</b> ✓ 34
        </span>
        <span class="picture-share" data-stance="for" style={{ flexGrow: 21 }}>
          <b>{second}</b> ✓ 21
        </span>
        <span class="picture-share" data-stance="against" style={{ flexGrow: 12 }}>
          ✕ 12
        </span>
        <span class="picture-share" data-stance="unknown" style={{ flexGrow: 9 }}>
          <i>?</i>
        </span>
        <span class="picture-share" data-stance="nobody" style={{ flexGrow: 24 }}>
          {welcome.pictureNotFound}
        </span>
      </div>
    </div>
  );
}
