import { pinyin } from "pinyin-pro";

/** The syllables of a Chinese name with their tones, surname first: 李伟 → ["li3", "wei3"]. */
export function spokenName(name: string): string[] {
  return pinyin(name, { surname: "head", toneType: "num", type: "array", v: true });
}
