import { computed } from "@preact/signals";
import { language } from "../locale";

const intl = computed(() => {
  const unit = (unit: string) =>
    new Intl.NumberFormat(language.value, { style: "unit", unit, maximumFractionDigits: 1 });
  return {
    kilobytes: unit("kilobyte"),
    megabytes: unit("megabyte"),
    moment: new Intl.DateTimeFormat(language.value, { dateStyle: "medium", timeStyle: "short" }),
  };
});

/** A size on the disk: 1234567 → "1.2 MB". */
export function fileSize(bytes: number): string {
  const { kilobytes, megabytes } = intl.value;
  return bytes < 1_000_000
    ? kilobytes.format(Math.ceil(bytes / 1_000))
    : megabytes.format(bytes / 1_000_000);
}

/** A day with the time of day (ms since 1970). */
export function moment(at: number): string {
  return intl.value.moment.format(at);
}
